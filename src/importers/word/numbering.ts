import { everyWriting } from '#languages/writings.ts';
import { latin, lettered, roman } from '#importers/list-labels.ts';
import { numberedOf, type Styles } from './styles.ts';
import {
  attribute,
  below,
  childOf,
  childrenOf,
  createRun,
  createWord,
  nameOf,
  remove,
} from './xml.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly isLegal: boolean;
}

interface List {
  /** Lists of one kind count on together. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** A paragraph of a list, with the number that Word shows. */
interface Item {
  readonly paragraph: Element;
  readonly list: string;
  readonly level: number;
  readonly format: string;
  readonly number: number;
  readonly label: string;
  readonly isHeading: boolean;
  /** Whether Markdown would write the number alike. */
  readonly isPlain: boolean;
}

/** Stands at the beginning of the first item of a list and says its number, for those who read what mammoth writes. */
export const startMark = /\uE0F0(?<start>\d+)\uE0F1/u;

/**
 * Keeps the numbers that Word shows: what Markdown counts alike stays a list, with its first number; all others, and
 * those of headings, become words at the beginning of their paragraph.
 */
export function settleNumbers(
  story: Element,
  numbering: Document | undefined,
  styles: Styles,
): void {
  const lists = readLists(numbering);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  let group: Item[] = [];
  let after: Element | undefined;
  const end = () => {
    settleGroup(group);
    group = [];
  };
  for (const paragraph of below(story, 'w:p')) {
    const item = itemOf(paragraph, styles, lists, counters, begun);
    if (!item || !isNext(after, paragraph)) end();
    if (item && (item.isHeading || (item.format !== 'bullet' && item.label === ''))) {
      end();
      asWords(item);
    } else if (item) group.push(item);
    after = paragraph;
  }
  end();
}

function isNext(before: Element | undefined, paragraph: Element): boolean {
  let node = paragraph.previousSibling;
  while (node && node.nodeType !== 1) node = node.previousSibling;
  return node !== null && node === before;
}

function itemOf(
  paragraph: Element,
  styles: Styles,
  lists: ReadonlyMap<string, List>,
  counters: Map<string, number[]>,
  begun: Set<string>,
): Item | undefined {
  const properties = childOf(paragraph, 'w:pPr');
  const style = styles.paragraph(attribute(childOf(properties, 'w:pStyle'), 'val'));
  const own = numberedOf(properties);
  const id = own.list ?? style?.list;
  const list = id === undefined ? undefined : lists.get(id);
  if (!list || id === undefined || id === '0') return undefined;
  const level = own.level ?? style?.level ?? 0;
  const { format, text, isLegal } = list.levels.get(level) ?? bullet;
  const numbers = counters.get(list.kind) ?? [];
  counters.set(list.kind, numbers);
  for (const [restarted, start] of list.restarts)
    if (!begun.has(`${id} ${restarted}`) && restarted === level) {
      begun.add(`${id} ${restarted}`);
      numbers.length = Math.min(numbers.length, level);
      numbers[level] = start - 1;
    }
  const startOf = (at: number) => list.levels.get(at)?.start ?? 1;
  numbers[level] = (numbers[level] ?? startOf(level) - 1) + 1;
  numbers.length = level + 1;
  for (let upper = 0; upper < level; upper++) numbers[upper] ??= startOf(upper);
  const label = text.replaceAll(/%(\d)/gu, (_, which: string) => {
    const at = Number(which) - 1;
    const shape = isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
    return written(numbers[at] ?? startOf(at), shape);
  });
  return {
    paragraph,
    list: id,
    level,
    format,
    number: numbers[level],
    label,
    isHeading: /^(?:heading \d|title|subtitle)$/iu.test(style?.name ?? ''),
    isPlain: format === 'decimal' && new RegExp(`^%${level + 1}[.)]?$`, 'u').test(text),
  };
}

const bullet: Level = { format: 'bullet', text: '', start: 1, isLegal: false };

/** Paragraphs of lists that follow one another. */
function settleGroup(items: readonly Item[]): void {
  const numbered = items.filter(({ format }) => format !== 'bullet');
  const canBeLists = numbered.every(({ isPlain }) => isPlain) && countsAlike(items);
  let open: Item[] = [];
  for (const item of items) {
    const isFirst = isFirstOf(open, item);
    open = [...open.filter(({ level }) => level < item.level), item];
    if (item.format === 'bullet') setList(item, item.list, item.level);
    else if (!canBeLists) asWords(item);
    else {
      setList(item, item.list, item.level);
      if (isFirst && item.number !== 1) begin(item.paragraph, `\uE0F0${item.number}\uE0F1`);
    }
  }
}

/** Whether an item begins a list of its own among those that are open. */
function isFirstOf(open: readonly Item[], { level, format }: Item): boolean {
  const before = open.find((one) => one.level === level);
  return !before || (before.format === 'bullet') !== (format === 'bullet');
}

/** Markdown counts one on from item to item. */
function countsAlike(items: readonly Item[]): boolean {
  let open: Item[] = [];
  for (const item of items) {
    const before = open.find(({ level }) => level === item.level);
    const isNext = before === undefined || item.number === before.number + 1;
    if (!isFirstOf(open, item) && item.format !== 'bullet' && !isNext) return false;
    open = [...open.filter(({ level }) => level < item.level), item];
  }
  return true;
}

function asWords(item: Item): void {
  setList(item, '0', 0);
  if (item.label.trim()) begin(item.paragraph, `${item.label.trim()} `);
}

function setList({ paragraph }: Item, list: string, level: number): void {
  const properties =
    childOf(paragraph, 'w:pPr') ??
    paragraph.insertBefore(createWord(paragraph, 'pPr'), paragraph.firstChild);
  const old = childOf(properties, 'w:numPr');
  if (old) remove(old);
  const numbered = createWord(properties, 'numPr');
  for (const [name, value] of [
    ['ilvl', String(level)],
    ['numId', list],
  ] as const) {
    const element = createWord(properties, name);
    element.setAttributeNS(element.namespaceURI, `${element.prefix}:val`, value);
    numbered.appendChild(element);
  }
  properties.appendChild(numbered);
}

function begin(paragraph: Element, words: string): void {
  const first = childrenOf(paragraph).find((child) => nameOf(child) !== 'w:pPr') ?? null;
  paragraph.insertBefore(createRun(paragraph, words), first);
}

/** Reads `numbering.xml` (ECMA-376, part 1, 17.9). */
function readLists(document: Document | undefined): Map<string, List> {
  const elements = childrenOf(document?.documentElement);
  const kinds = new Map(
    elements
      .filter((element) => nameOf(element) === 'w:abstractNum')
      .map((kind) => [attribute(kind, 'abstractNumId') ?? '', kind]),
  );
  return new Map(
    elements
      .filter((element) => nameOf(element) === 'w:num')
      .map((list): [string, List] => {
        const kind = attribute(childOf(list, 'w:abstractNumId'), 'val') ?? '';
        const overrides = childrenOf(list).filter((one) => nameOf(one) === 'w:lvlOverride');
        const levels = [
          ...childrenOf(linked(kinds.get(kind), [...kinds.values()])),
          ...overrides.flatMap((one) => childrenOf(one)),
        ].filter((element) => nameOf(element) === 'w:lvl');
        return [
          attribute(list, 'numId') ?? '',
          {
            kind,
            levels: new Map(
              levels.map((level) => [Number(attribute(level, 'ilvl')), levelOf(level)]),
            ),
            restarts: new Map(
              overrides.flatMap((one): Array<[number, number]> => {
                const start = attribute(childOf(one, 'w:startOverride'), 'val');
                return start === undefined ? [] : [[Number(attribute(one, 'ilvl')), Number(start)]];
              }),
            ),
          },
        ];
      }),
  );
}

/** A kind may say only in which style of lists it is described. */
function linked(kind: Element | undefined, kinds: readonly Element[]): Element | undefined {
  const link = attribute(childOf(kind, 'w:numStyleLink'), 'val');
  if (link === undefined) return kind;
  return kinds.find((one) => attribute(childOf(one, 'w:styleLink'), 'val') === link) ?? kind;
}

function levelOf(level: Element): Level {
  const value = (name: string) => attribute(childOf(level, name), 'val');
  const format = value('w:numFmt') ?? 'decimal';
  const index = Number(attribute(level, 'ilvl'));
  return {
    format,
    text: value('w:lvlText') ?? (format === 'bullet' || format === 'none' ? '' : `%${index + 1}.`),
    start: Number(value('w:start') ?? 1),
    isLegal: childOf(level, 'w:isLgl') !== undefined,
  };
}

/** The letters by which Word counts, by what it calls such a list. */
const alphabets = new Map(
  everyWriting.flatMap(({ listLetters }) =>
    listLetters ? [[listLetters.format, listLetters.letters] as const] : [],
  ),
);
/** A number in one of Word's formats (17.18.59). */
function written(number: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return lettered(number, latin);
    case 'upperLetter':
      return lettered(number, latin).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'none':
    case 'bullet':
      return '';
    default: {
      const letters = alphabets.get(format.replace(/(?:Lower|Upper)$/u, ''));
      if (letters === undefined) return String(number);
      const written = lettered(number, letters);
      return format.endsWith('Upper') ? written.toUpperCase() : written;
    }
  }
}
