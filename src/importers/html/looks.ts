import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { guessLocale } from '#lang/guess-locale.ts';
import { itemAt } from '#lang/lookup.ts';
import { languageTags } from '#languages/languages.ts';
import { latin, lettered, roman } from '#importers/list-labels.ts';
import type { Tally } from '#importers/tally.ts';
import { declarationsOf, type PageStyles } from './page-styles.ts';
import { holds } from './unseen.ts';

type Child = ElementContent | Root['children'][number];

/** Writes as elements what programs write as looks: bold letters, lists of Word, tables that only set columns. */
export function settleLooks(tree: Root, styles: PageStyles, tally: Tally): void {
  const look = (parent: Parents, ancestors: readonly Element[]): void => {
    parent.children = listsOf(parent.children as Child[]).flatMap((child): Child[] => {
      if (child.type !== 'element') return [child];
      if (/^(?:table)$/u.test(child.tagName)) return settleTable(child, tally);
      if (child.tagName === 'ol') return numbered(child, styles, ancestors);
      return [emphasised(child, styles, ancestors)];
    });
    for (const child of parent.children)
      if (child.type === 'element') look(child, [...ancestors, child]);
  };
  look(tree, []);
}

const element = (
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children: [...children] });

/** Google Docs and others say `font-weight:700` of a span, and `font-weight:normal` of a `b` around all. */
function emphasised(child: Element, styles: PageStyles, ancestors: readonly Element[]): Element {
  const className = Array.isArray(child.properties.className) ? child.properties.className : [];
  if (child.tagName === 'p' && className.includes('MsoTitle')) return { ...child, tagName: 'h1' };
  if (!['span', 'b', 'strong', 'font', 'i', 'em'].includes(child.tagName)) return child;
  const declared = styles.of(child, ancestors);
  const weight = declared.get('font-weight') ?? '';
  if (/^(?:normal|[1-4]00)$/u.test(weight) && ['b', 'strong'].includes(child.tagName))
    return { ...child, tagName: 'span' };
  if (!['span', 'font'].includes(child.tagName)) return child;
  // What is left has no looks of its own.
  const words = element('u', child.children);
  let made = words;
  if (/^(?:bold|bolder|[6-9]00)$/u.test(weight)) made = element('strong', [made]);
  if (declared.get('font-style') === 'italic') made = element('em', [made]);
  if (/line-through/u.test(declared.get('text-decoration') ?? '')) made = element('del', [made]);
  return made === words ? child : made;
}

/** Letters and Roman numbers, numbers that count down or leap: Markdown has none of them, so that they become words. */
function numbered(list: Element, styles: PageStyles, ancestors: readonly Element[]): Element[] {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  const type = typeOf(list, styles, ancestors);
  const isDown = list.properties.reversed !== undefined && list.properties.reversed !== false;
  const leaps = items.some(({ properties }) => properties.value !== undefined);
  if (type === undefined || (type === '1' && !isDown && !leaps)) return [list];
  let next = Number(list.properties.start ?? (isDown ? items.length : 1));
  return items.map((item) => {
    const number = Number(item.properties.value ?? next);
    next = isDown ? number - 1 : number + 1;
    const label: ElementContent = { type: 'text', value: `${labelOf(number, type)}. ` };
    const [first] = item.children;
    return first?.type === 'element' && first.tagName === 'p'
      ? element('div', [
          { ...first, children: [label, ...first.children] },
          ...item.children.slice(1),
        ])
      : element('div', [label, ...item.children]);
  });
}

/** @returns undefined for lists that show no numbers */
function typeOf(
  list: Element,
  styles: PageStyles,
  ancestors: readonly Element[],
): '1' | 'a' | 'A' | 'i' | 'I' | undefined {
  const style = styles.of(list, ancestors).get('list-style-type') ?? '';
  if (style === 'none') return undefined;
  const byStyle = (
    {
      'lower-alpha': 'a',
      'lower-latin': 'a',
      'upper-alpha': 'A',
      'upper-latin': 'A',
      'lower-roman': 'i',
      'upper-roman': 'I',
    } as const
  )[style];
  if (byStyle) return byStyle;
  const { type } = list.properties;
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : '1';
}

function labelOf(number: number, type: '1' | 'a' | 'A' | 'i' | 'I'): string {
  switch (type) {
    case 'a':
      return lettered(number, latin);
    case 'A':
      return lettered(number, latin).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
    case '1':
      return String(number);
  }
}

/** Paragraphs that Word has saved as items of a list: `mso-list:l0 level1 lfo1`, the mark of the item among their words. */
function listsOf(children: readonly Child[]): Child[] {
  const result: Child[] = [];
  let open: Array<{ level: number; list: Element }> = [];
  for (const child of children) {
    const item = child.type === 'element' ? itemOf(child) : undefined;
    if (!item) {
      if (child.type !== 'text' || child.value.trim()) open = [];
      result.push(child);
      continue;
    }
    open = open.filter(({ level }) => level <= item.level);
    const last = open.at(-1);
    const li = element('li', item.words);
    if (last?.level === item.level && last.list.tagName === item.list) last.list.children.push(li);
    else {
      if (last?.level === item.level) open.pop();
      const list = element(
        item.list,
        [li],
        item.list === 'ol' && item.start !== 1 ? { start: item.start } : {},
      );
      const above = open.at(-1)?.list.children.at(-1);
      if (above?.type === 'element') above.children.push(list);
      else result.push(list);
      open.push({ level: item.level, list });
    }
  }
  return result;
}

function itemOf(child: Element) {
  if (child.tagName !== 'p') return undefined;
  const said = declarationsOf(String(child.properties.style ?? '')).get('mso-list') ?? '';
  const level = /level(?<level>\d+)/u.exec(said)?.groups?.level;
  if (level === undefined) return undefined;
  const mark = takeMark(child);
  if (mark === undefined) return undefined;
  const number = /^(?<number>\d+)[.)]$/u.exec(mark)?.groups?.number;
  const isPoint = !/[\p{L}\p{N}]/u.test(mark) || /^[o§]$/u.test(mark);
  const words: ElementContent[] =
    number !== undefined || isPoint
      ? child.children
      : // Markdown has no such numbers: they stay words.
        [{ type: 'text', value: `${mark} ` }, ...child.children];
  return {
    level: Number(level),
    list: number === undefined ? ('ul' as const) : ('ol' as const),
    start: Number(number ?? 1),
    words,
  };
}

/** Takes out what Word wrote for programs that know no lists: the mark of the item. */
function takeMark(parent: Element): string | undefined {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    const declared = declarationsOf(String(child.properties.style ?? ''));
    if (/^ignore$/iu.test(declared.get('mso-list') ?? '')) {
      parent.children.splice(index, 1);
      return toString(child).trim();
    }
    const mark = takeMark(child);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** A table that only sets a page into columns is no table: of its cells stays what they hold. */
function settleTable(table: Element, tally: Tally): Child[] {
  const rows = rowsOf(table);
  const cells = rows.flat();
  if (isBilingual(rows)) return columnsOf(rows);
  const hasHead = cells.some(({ tagName }) => tagName === 'th');
  const isLayout =
    !hasHead &&
    (cells.length === 1 ||
      cells.some((cell) => holds(cell, 'table') || toString(cell).trim().length > 400));
  if (isLayout) return cells.map((cell) => ({ ...cell, tagName: 'div' }));
  if (cells.some((cell) => holds(cell, 'table'))) tally.count('nested-table');
  const isMerged = cells.some(
    ({ properties }) => Number(properties.colSpan ?? 1) > 1 || Number(properties.rowSpan ?? 1) > 1,
  );
  if (isMerged) tally.count('merged-cells');
  if (cells.some((cell) => blocksIn(cell) > 1)) tally.count('cell-in-one-line');
  return [table];
}

/** How many paragraphs and items of a cell say something. */
function blocksIn(cell: Element): number {
  return cell.children.reduce((sum, child) => {
    if (child.type !== 'element') return sum;
    const inside = blocksIn(child);
    if (inside > 0) return sum + inside;
    return sum + (/^(?:p|li|div)$/u.test(child.tagName) && toString(child).trim() ? 1 : 0);
  }, 0);
}

function rowsOf(table: Element): Element[][] {
  return table.children.flatMap((child): Element[][] => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr')
      return /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [];
    const cells = child.children.filter(
      (cell): cell is Element => cell.type === 'element' && /^t[dh]$/u.test(cell.tagName),
    );
    return [cells];
  });
}

/** Below so many letters a column holds names or numbers rather than a text. */
const leastText = 40;

/** Two columns of sentences, each in another language. */
function isBilingual(rows: readonly Element[][]): boolean {
  if (rows.length === 0 || !rows.every((row) => row.length === 2)) return false;
  const [left, right] = [0, 1].map((column) =>
    rows.map((row) => toString(itemAt(row, column))).join('\n'),
  ) as [string, string];
  const locales = [left, right].map((text) => guessLocale(text, languageTags));
  const isText = (text: string) =>
    (text.match(/\p{L}/gu)?.length ?? 0) >= leastText && /[.!?…](?:\s|$)/u.test(text);
  return locales[0] !== locales[1] && locales.every(Boolean) && isText(left) && isText(right);
}

function columnsOf(rows: readonly Element[][]): Child[] {
  return [0, 1].flatMap((column) =>
    rows.map((row) => ({ ...itemAt(row, column), tagName: 'div' })),
  );
}
