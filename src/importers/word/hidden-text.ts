import type { Tally } from '#importers/tally.ts';
import { type Looks, looksOf, type Style, type Styles } from './styles.ts';
import { around, attribute, below, childOf, childrenOf, nameOf, remove } from './xml.ts';

/** What a run holds besides its properties and the marks of fields, which others read. */
const keptInRuns = new Set(['w:rPr', 'w:fldChar', 'w:instrText']);
/** Nobody reads letters of two points, which is half a millimetre. */
const smallest = 4;
const whites = new Set(['FFFFFF', 'background1', 'bg1', 'light1', 'lt1']);

/**
 * Takes out what Word does not show: hidden text (ECMA-376, part 1, 17.3.2.41) in a run, by the style of its letters,
 * its paragraph or its table, and white or tiny letters on white. The places are counted.
 */
export function takeOutHidden(story: Element, styles: Styles, tally: Tally): void {
  const hasBackground = below(story.ownerDocument, 'w:background').length > 0;
  for (const paragraph of below(story, 'w:p')) {
    let inPassage = false;
    let tookOut = false;
    for (const run of below(paragraph, 'w:r')) {
      if (around(run, 'w:p') !== paragraph) continue;
      const content = childrenOf(run).filter((child) => !keptInRuns.has(nameOf(child)));
      if (content.length === 0) continue;
      const isHidden = isUnseen(run, paragraph, styles, hasBackground);
      if (!isHidden) {
        if (shows(run)) inPassage = false;
        continue;
      }
      const counts = content.some((child) => nameOf(child) !== 'w:t' || child.textContent !== '');
      for (const child of content) remove(child);
      tookOut ||= counts;
      if (counts && !inPassage) tally.count('hidden-text');
      inPassage = counts || inPassage;
    }
    const isEmpty = !below(paragraph, 'w:r').some(shows);
    if (isEmpty && (tookOut || isMarkHidden(paragraph, styles))) takeOutParagraph(paragraph);
  }
  for (const row of below(story, 'w:tr'))
    if (childrenOf(row).every((child) => nameOf(child) !== 'w:tc')) remove(row);
}

function isUnseen(
  run: Element,
  paragraph: Element,
  styles: Styles,
  hasBackground: boolean,
): boolean {
  const own = looksOf(run);
  const character = styles.character(attribute(childOf(run, 'w:rPr', 'w:rStyle'), 'val'));
  const block = styleOf(paragraph, styles);
  const tables = tablesAround(paragraph, styles);
  const sources: ReadonlyArray<Looks | undefined> = [character, block, ...tables, styles.defaults];
  const isHidden = own.isHidden ?? sources.some((looks) => looks?.isHidden === true);
  if (isHidden) return true;
  const said = <Key extends keyof Looks>(key: Key) =>
    [own, ...sources].find((looks) => looks?.[key] !== undefined)?.[key];
  if ((said('size') ?? smallest + 1) <= smallest) return true;
  // White letters are meant where something dark is behind them: a shade, or the filling of a text box.
  return (
    whites.has(said('color') ?? '') &&
    ![own, looksOf(paragraph), ...sources].some((looks) => looks?.isShaded) &&
    !hasBackground &&
    !around(paragraph, 'w:txbxContent') &&
    !cellsAround(paragraph).some((cell) => looksOf(cell).isShaded)
  );
}

function styleOf(paragraph: Element, styles: Styles): Style | undefined {
  return styles.paragraph(attribute(childOf(paragraph, 'w:pPr', 'w:pStyle'), 'val'));
}

function tablesAround(paragraph: Element, styles: Styles): Array<Looks | undefined> {
  const tables: Array<Looks | undefined> = [];
  for (let table = around(paragraph, 'w:tbl'); table; table = around(table, 'w:tbl')) {
    tables.push(styles.table(attribute(childOf(table, 'w:tblPr', 'w:tblStyle'), 'val')));
    tables.push({ isShaded: looksOf(table).isShaded });
  }
  return tables;
}

function cellsAround(paragraph: Element): Element[] {
  const cells: Element[] = [];
  for (let cell = around(paragraph, 'w:tc'); cell; cell = around(cell, 'w:tc')) cells.push(cell);
  return cells;
}

function shows(run: Element): boolean {
  return childrenOf(run).some(
    (child) => !keptInRuns.has(nameOf(child)) && (nameOf(child) !== 'w:t' || child.textContent),
  );
}

function isMarkHidden(paragraph: Element, styles: Styles): boolean {
  return (
    looksOf(childOf(paragraph, 'w:pPr')).isHidden ?? styleOf(paragraph, styles)?.isHidden ?? false
  );
}

/** A cell must keep one paragraph; a row of which nothing is left goes. */
function takeOutParagraph(paragraph: Element): void {
  const cell = paragraph.parentNode as Element;
  const row = around(paragraph, 'w:tr');
  if (nameOf(cell) !== 'w:tc') remove(paragraph);
  else if (childrenOf(cell).filter((child) => nameOf(child) === 'w:p').length > 1)
    remove(paragraph);
  if (row && !below(row, 'w:r').some(shows)) remove(row);
}
