import { parseSource, type SourceNode } from '#body/parse.ts';
import type { Source } from '#site/model.ts';
import { firstOf, must } from '#lang/lookup.ts';

/** What stands in a block where something else than words does: code, a picture, an address, a note. */
export const notWords = '\uFFFC';

/** The words of one block of a text: a paragraph, a heading, a cell. */
export interface Block {
  readonly text: string;
  /** Where each code unit of it stands in the body; undefined for what is written otherwise than it reads (`\*`, `&amp;`). */
  readonly at: ReadonlyArray<number | undefined>;
  /** The line of the file at which it begins. */
  readonly line: number;
}

const blocks = new Set(['paragraph', 'heading', 'tableCell']);
const inLine = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** Every block of a text that has words, in order; code is none. @throws {Error} where MDX cannot be read */
export function sourceProse({
  body,
  format,
  bodyLine,
}: Pick<Source, 'body' | 'format' | 'bodyLine'>): Block[] {
  const found: Block[] = [];
  const look = (node: SourceNode): void => {
    if (!blocks.has(node.type)) return void node.children?.forEach(look);
    const text: string[] = [];
    const at: Array<number | undefined> = [];
    const put = (letters: string, places: ReadonlyArray<number | undefined>) => (
      text.push(letters),
      at.push(...places)
    );
    node.children?.forEach((child) => gather(child, body, put));
    found.push({ text: text.join(''), at, line: bodyLine + (node.position?.start.line ?? 1) - 1 });
  };
  look(parseSource(body, format));
  return found.filter(({ text }) => /\p{L}|\p{N}/u.test(text));
}

function gather(
  node: SourceNode,
  body: string,
  put: (text: string, at: ReadonlyArray<number | undefined>) => void,
): void {
  if (node.type === 'text') return put(node.value ?? '', places(node, body));
  if (node.type === 'break') return put('\n', [undefined]);
  // A link that shows its address is an address.
  const bare =
    node.type === 'link' &&
    node.children?.length === 1 &&
    node.url?.endsWith(firstOf(node.children).value ?? '\n');
  if (inLine.has(node.type) && !bare)
    return void node.children?.forEach((child) => gather(child, body, put));
  put(notWords, [undefined]);
}

/** Finds each code unit of a text node in the source. Lines of a quotation begin with `>`, escapes and entities are longer than what they mean. */
function places(node: SourceNode, body: string): Array<number | undefined> {
  const value = node.value ?? '';
  const { start, end } = must(node.position, 'place of a text');
  const at: Array<number | undefined> = [];
  let { offset } = start;
  for (const unit of value.split('')) {
    if (body[offset] !== unit && at.length > 0 && value[at.length - 1] === '\n')
      while (offset < end.offset && /[ \t>]/u.test(body.charAt(offset))) offset++;
    const written = /^\\(?=[!-/:-@[-`{-~])|^&#?\w+;/u.exec(body.slice(offset, end.offset))?.[0];
    // What only looks like an entity stands in the text letter by letter.
    if (body[offset] === unit && !(written && !value.startsWith(written, at.length)))
      at.push(offset++);
    else {
      if (written === undefined)
        return [...at, ...Array.from({ length: value.length - at.length }, () => undefined)];
      at.push(undefined);
      offset += written === '\\' ? 2 : written.length;
    }
  }
  return at;
}
