import type { Element, Root } from 'hast';
import type { BodyProblem } from './mdx.ts';

/** Elements inside elements. A person's text needs ten; programs that read pages give up at some hundreds. */
const deepest = 100;

/** Cells of a table, and letters that come of links written once and used often: beyond, a small text fills the memory. */
const mostCells = 50_000;
const mostLetters = 20_000_000;

/** Reports where a tree is nested deeper than any text needs. Asks no stack: a tree of any depth is told. */
export function checkDepth(tree: Root): BodyProblem[] {
  const open: Array<{ element: Element | Root; depth: number }> = [{ element: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth } = next;
    if (depth > deepest)
      return [{ id: 'too-deep', line: element.position?.start.line, params: {} }];
    for (const child of element.children)
      if ('children' in child) open.push({ element: child as Element, depth: depth + 1 });
  }
  return [];
}

/** What is told of a text so deep that its parser gave up. */
export function tooDeep(): BodyProblem {
  return { id: 'too-deep', line: 1, params: {} };
}

/** Reports, before a text is parsed, what would grow in it without measure, or keep the parser busy for hours. */
export function checkGrowth(text: string): BodyProblem[] {
  const lines = text.split('\n');
  return [
    ...deepLines(lines),
    ...deepTags(text),
    ...busyParagraphs(lines),
    ...wideTables(lines),
    ...longLinks(text, lines),
  ];
}

/** `> > > > …`, `- - - …`: the time of the parser grows with the square of their number. */
function deepLines(lines: readonly string[]): BodyProblem[] {
  const index = lines.findIndex(
    (line) =>
      (/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u
        .exec(line)?.[0]
        .match(/[>*+-]|\d+/gu)?.length ?? 0) > deepest,
  );
  return index < 0 ? [] : [{ id: 'too-deep', line: index + 1, params: {} }];
}

/** Elements that need no end, or have none. */
const endless = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'tfoot',
  'br',
  'hr',
  'img',
  'input',
  'source',
  'track',
  'wbr',
  'col',
  'link',
  'meta',
]);

/** HTML, and the components of MDX. */
function deepTags(text: string): BodyProblem[] {
  let depth = 0;
  for (const { 0: tag, groups, index } of text.matchAll(
    /<(?<end>\/?)(?<name>[a-z][\w-]*)[^<>]*>/giu,
  )) {
    const { name = '', end } = groups ?? {};
    if (tag.endsWith('/>') || endless.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > deepest * 5)
      return [{ id: 'too-deep', line: text.slice(0, index).split('\n').length, params: {} }];
  }
  return [];
}

/** Marks of emphasis and links in one paragraph, each of which may belong to each other. */
const mostMarks = 10_000;

function busyParagraphs(lines: readonly string[]): BodyProblem[] {
  let [start, marks] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') [start, marks] = [index + 1, 0];
    else marks += line.match(/[*_~[]/gu)?.length ?? 0;
    if (marks > mostMarks) return [{ id: 'too-heavy', line: start + 1, params: {} }];
  }
  return [];
}

/** A row of a table is filled up to the width of its head, be it ever so short itself. */
function wideTables(lines: readonly string[]): BodyProblem[] {
  return lines.flatMap((line, index): BodyProblem[] => {
    if (!/^[\s>|:*+-]*-[\s>|:*+-]*$/u.test(line)) return [];
    const columns = line.split('|').length;
    const end = lines.findIndex((later, at) => at > index && later.trim() === '');
    const rows = (end < 0 ? lines.length : end) - index;
    return columns * rows > mostCells ? [{ id: 'too-heavy', line: index + 1, params: {} }] : [];
  });
}

/** `[a]: /long` and then `[a][a][a]…` */
function longLinks(text: string, lines: readonly string[]): BodyProblem[] {
  const uses = text.split('[').length;
  let start = -1;
  for (const [index, line] of [...lines, ''].entries()) {
    const begins = /^[\s>]*\[[^\]]+\]:/u.test(line);
    if (start >= 0 && (begins || line.trim() === '')) {
      const length = lines.slice(start, index).reduce((sum, { length }) => sum + length, 0);
      if (length * uses > mostLetters) return [{ id: 'too-heavy', line: start + 1, params: {} }];
      start = -1;
    }
    if (begins) start = index;
  }
  return [];
}
