/** Marks the border between two texts. No match crosses it. */
export const border = 0;

const [dropped, kept, special] = [0, 1, 2];

/**
 * What happens to each UTF-16 unit. Letters outside the Basic Multilingual Plane are dropped, because none of the
 * languages that we support uses them.
 */
const kinds = Uint8Array.from({ length: 65_536 }, (_, unit) =>
  /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit))
    ? kept
    : '<&\\%"'.includes(String.fromCharCode(unit))
      ? special
      : dropped,
);

/** Elements that occur inside a sentence. A link is not one of them: lists put many links side by side. */
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
  'samp',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** A character reference such as `&lt;`. The `&` may itself be escaped, as in HTML inside XML. */
const entity = /&(?:(?:amp|#38|#x26);)*(?<name>#?[A-Za-z0-9]{1,31});/y;
const escape = /\\(?:u(?<hex>[\dA-Fa-f]{4})|["\\/bfnrt])/y;
const encoded = /(?:%[\dA-Fa-f]{2})+/y;
const tag = /\/?(?<name>[A-Za-z][A-Za-z0-9]*)/y;

/**
 * Reduces a text to a sequence of letters and digits. Everything is dropped that HTML, XML, JSON, iCalendar,
 * addresses and Markdown write differently. One needle can then find a sentence in all these formats, whatever
 * escapes, marks and line ends they contain.
 * @param letters receives the UTF-16 units; at least as long as the text
 * @param offsets receives the index in the text of each unit
 * @returns the number of units written
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
  /**
   * @param at index after the `<` of the tag
   * @returns the index after the name of the tag
   */
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
      case 0x22: // ": a border between JSON strings or HTML attributes, but not inside them
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

/** Among named references only `<` matters. Among numeric references, letters matter too. */
function fromEntity(name: string): string {
  if (name === 'lt') return '<';
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return name.startsWith('#') && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
}
