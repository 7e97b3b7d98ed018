import { parseSource, type SourceNode } from '#body/parse.ts';
import { notWords } from '#body/word-lines.ts';
import type { Source } from '#site/model.ts';
import { firstOf, must } from '#lang/lookup.ts';

/** The words of one block: a paragraph, a heading or a table cell. */
export interface Block {
  readonly text: string;
  /**
   * The offset of each code unit in the body; undefined where the source differs from what it means (`\*`, `&amp;`).
   */
  readonly at: ReadonlyArray<number | undefined>;
  /** The line of the file where the block begins. */
  readonly line: number;
}

const blocks = new Set(['paragraph', 'heading', 'tableCell']);
const inLine = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/**
 * Every block of a text that has words, in order. Code blocks are left out.
 * @throws {Error} when the MDX cannot be parsed
 */
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
  // A link whose text is its own address counts as an address, not as words.
  const bare =
    node.type === 'link' &&
    node.children?.length === 1 &&
    node.url?.endsWith(firstOf(node.children).value ?? '\n');
  if (inLine.has(node.type) && !bare)
    return void node.children?.forEach((child) => gather(child, body, put));
  put(notWords, [undefined]);
}

/**
 * Finds each code unit of a text node in the source. Two things make the source longer than the value: quoted lines
 * begin with `>`, and escapes and entities take more characters than they mean.
 */
function places(node: SourceNode, body: string): Array<number | undefined> {
  const value = node.value ?? '';
  const { start, end } = must(node.position, 'place of a text');
  const at: Array<number | undefined> = [];
  let { offset } = start;
  for (const unit of value.split('')) {
    if (body[offset] !== unit && at.length > 0 && value[at.length - 1] === '\n')
      while (offset < end.offset && /[ \t>]/u.test(body.charAt(offset))) offset++;
    const written = /^\\(?=[!-/:-@[-`{-~])|^&#?\w+;/u.exec(body.slice(offset, end.offset))?.[0];
    // Something that only looks like an entity or an escape is literal text.
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
