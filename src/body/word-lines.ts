import { emphasisBeforeEndings } from './emphasis.ts';
import type { SourceNode } from './parse.ts';

/** Stands for each character of a line that is not read as words: code, tags, addresses, marks, escapes. */
export const notWords = '\uFFFC';

/** A line of a text, as it is written and as it is read; both have the same length. */
export interface WordLine {
  /** The first line is 1. */
  readonly line: number;
  readonly source: string;
  /** The words, with `notWords` in the place of everything else. */
  readonly words: string;
}

/**
 * The lines of a text that have words, for those who look for marks that Markdown has not read as such.
 * @param tree of `parseSource`
 * @param text what it was made of
 */
export function wordLines(tree: SourceNode, text: string): WordLine[] {
  const read = text.split('').map((sign): string => (sign === '\n' ? sign : notWords));
  const look = ({ type, position, children }: SourceNode): void => {
    // A link without brackets is an address.
    if (type === 'link' && text[position?.start.offset ?? 0] !== '[') return;
    if (type === 'text' && position) {
      const [from, to] = [position.start.offset, position.end.offset];
      for (let at = from; at < to; at++) read[at] = text.charAt(at);
      for (const { 0: escape, index } of text.slice(from, to).matchAll(escapes))
        read.fill(notWords, from + index, from + index + escape.length);
    }
    children?.forEach(look);
  };
  look(tree);
  for (const { start, marks } of emphasisBeforeEndings(tree, text))
    read.fill(notWords, start, start + marks.length);
  const lines = text.split('\n');
  return read
    .join('')
    .split('\n')
    .flatMap((words, index) =>
      /[^\s\uFFFC]/u.test(words) ? [{ line: index + 1, source: lines[index] ?? '', words }] : [],
    );
}

const escapes = /\\[!-/:-@[-`{-~]|&#?\w+;/gu;

/** A line of plain words, as fields and imported texts have. */
export function plainLine(source: string, line: number): WordLine {
  return { line, source, words: source };
}
