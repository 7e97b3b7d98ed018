import type { Element, Root } from 'hast';
import type { BodyProblem } from './mdx.ts';

/** The maximum nesting of elements. A real text needs ten levels; programs that read pages give up at some hundreds. */
const deepest = 100;

/**
 * The maximum number of cells in a table, and of characters that come from link definitions used many times. Beyond
 * these, a small text could fill the memory.
 */
const mostCells = 50_000;
const mostLetters = 20_000_000;

/** Reports where a tree is nested too deeply. It does not recurse, so it handles a tree of any depth. */
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

/** The problem of a text that is nested so deeply that its parser gave up. */
export function tooDeep(): BodyProblem {
  return { id: 'too-deep', line: 1, params: {} };
}

/**
 * Reports what would make the text grow without limit when it is parsed, or keep the parser busy for hours. Call it
 * before the text is parsed.
 */
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

/** Finds lines like `> > > > …` or `- - - …`. The parser's time grows with the square of the number of marks. */
function deepLines(lines: readonly string[]): BodyProblem[] {
  const index = lines.findIndex(
    (line) =>
      (/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u
        .exec(line)?.[0]
        .match(/[>*+-]|\d+/gu)?.length ?? 0) > deepest,
  );
  return index < 0 ? [] : [{ id: 'too-deep', line: index + 1, params: {} }];
}

/** Elements whose end tag may be omitted, or that have none. */
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

/** Finds tags that are nested too deeply: HTML elements and MDX components. */
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

/**
 * The maximum number of marks of emphasis and links in one paragraph. The parser tries to match each with every other.
 */
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

/**
 * Finds tables with too many cells. The parser fills each row up to the width of the head, however short the row is.
 */
function wideTables(lines: readonly string[]): BodyProblem[] {
  return lines.flatMap((line, index): BodyProblem[] => {
    if (!/^[\s>|:*+-]*-[\s>|:*+-]*$/u.test(line)) return [];
    const columns = line.split('|').length;
    const end = lines.findIndex((later, at) => at > index && later.trim() === '');
    const rows = (end < 0 ? lines.length : end) - index;
    return columns * rows > mostCells ? [{ id: 'too-heavy', line: index + 1, params: {} }] : [];
  });
}

/** Finds long link definitions that are used often: `[a]: /long`, then `[a][a][a]…`. */
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
