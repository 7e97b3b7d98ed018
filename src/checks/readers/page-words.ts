import { readMarkup } from './read-markup.ts';

/** Parts of a page that are no text of its own. */
const aside: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'nav', 'h1', 'svg', 'select', 'button'],
]);

/** Elements that stand in a line with the words around them. */
const inLine: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'i', 'kbd', 'mark', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'time', 'u', 'var'],
]);

/**
 * The words of a finished page, for the search index: those of `main`, or of the whole page if it has none, without
 * its heading and navigation.
 * @returns a line for each block
 */
export function pageWords(html: string): string {
  const main = /<main\b[\s\S]*<\/main>/iu.exec(html)?.[0] ?? /<body\b[\s\S]*/iu.exec(html)?.[0];
  const lines: string[] = [''];
  let left = 0;
  readMarkup(main ?? '', {
    opened(name) {
      if (aside.has(name)) left++;
      if (!inLine.has(name)) lines.push('');
    },
    text(text) {
      if (left === 0) lines.push(`${lines.pop() ?? ''}${text}`);
    },
    closed(name) {
      if (aside.has(name)) left--;
      if (!inLine.has(name)) lines.push('');
    },
  });
  return lines
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
