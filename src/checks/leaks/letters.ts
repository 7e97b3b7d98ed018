/** Where one text ends and another begins: nothing matches across it. */
export const border = 0;

const [dropped, kept, special] = [0, 1, 2];

/** What is done with each UTF-16 unit. Letters beyond the Basic Multilingual Plane are dropped: no living script of ours is written in them. */
const kinds = Uint8Array.from({ length: 65_536 }, (_, unit) =>
  /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit))
    ? kept
    : '<&\\%"'.includes(String.fromCharCode(unit))
      ? special
      : dropped,
);

/** Elements that stand inside a sentence. A link is none of them: many stand side by side in lists. */
const inline = new Set([
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** `&lt;`, also escaped twice, as HTML in XML is. */
const entity = /&(?:(?:amp|#38|#x26);)*(?<name>#?[A-Za-z0-9]{1,31});/y;
const escape = /\\(?:u(?<hex>[\dA-Fa-f]{4})|["\\/bfnrt])/y;
const encoded = /(?:%[\dA-Fa-f]{2})+/y;
const tag = /\/?(?<name>[A-Za-z][A-Za-z0-9]*)/y;

/**
 * What is left of a text when everything is dropped in which HTML, XML, JSON, iCalendar, addresses and Markdown write it
 * differently: letters and digits in a row. So one needle finds a sentence in all of them, whatever escapes, marks and line ends stand in between.
 * @param letters takes the UTF-16 units; at least as long as the text
 * @returns how many were written
 */
export function readLetters(text: string, letters: Uint16Array, offsets?: Int32Array): number {
  let count = 0;
  const write = (unit: number, at: number) => {
    if (offsets) offsets[count] = at;
    letters[count++] = unit;
  };
  const writeAll = (written: string, at: number) => {
    for (let index = 0; index < written.length; index++)
      if (kinds[written.charCodeAt(index)] === kept) write(written.charCodeAt(index), at);
  };
  /** @returns the end of the name of the tag whose `<` ends at `at` */
  const skipTag = (at: number) => {
    const name = match(tag, text, at)?.groups?.name;
    if (name === undefined) return at;
    if (!inline.has(name.toLowerCase())) write(border, at);
    return tag.lastIndex;
  };
  const units = text.length;
  for (let at = 0; at < units; at++) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit];
    if (kind === dropped) continue;
    if (kind === kept) {
      if (offsets) offsets[count] = at;
      letters[count++] = unit;
      continue;
    }
    switch (unit) {
      case 0x3c: // <
        at = skipTag(at + 1) - 1;
        break;
      case 0x22: // " — between the strings of JSON and the attributes of HTML, not inside them
        if (',:[{='.includes(text.charAt(at - 1)) || ',:]}>'.includes(text.charAt(at + 1)))
          write(border, at);
        break;
      case 0x26: {
        const name = match(entity, text, at)?.groups?.name;
        if (name === undefined) break;
        const decoded = fromEntity(name);
        at = (decoded === '<' ? skipTag(entity.lastIndex) : entity.lastIndex) - 1;
        writeAll(decoded, at);
        break;
      }
      case 0x5c: {
        const found = match(escape, text, at);
        if (!found) break;
        const hex = found.groups?.hex;
        const decoded = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : '';
        at = (decoded === '<' ? skipTag(escape.lastIndex) : escape.lastIndex) - 1;
        writeAll(decoded, at);
        break;
      }
      case 0x25: {
        const found = match(encoded, text, at);
        if (!found) break;
        writeAll(Buffer.from(found[0].replaceAll('%', ''), 'hex').toString('utf8'), at);
        at = encoded.lastIndex - 1;
        break;
      }
    }
  }
  return count;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Only `<` matters among those with a name; of those with a number, letters matter too. */
function fromEntity(name: string): string {
  if (name === 'lt') return '<';
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return name.startsWith('#') && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
}
