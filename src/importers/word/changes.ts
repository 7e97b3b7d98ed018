import type { Tally } from '#importers/tally.ts';
import { around, below, childOf, nameOf, remove, unwrap } from './xml.ts';

/** What Word keeps of earlier looks: nothing of it is shown. */
const formerLooks = [
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:sectPrChange',
  'w:numberingChange',
];

/** Marks of ranges and permissions, which hold nothing. */
const marks = [
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
];

/**
 * Makes of changes that nobody has accepted what Word would publish: what was inserted stays, what was deleted goes.
 * They are counted. Marks of comments go, too.
 */
export function settleChanges(story: Element, tally: Tally): void {
  for (const element of below(story, ...formerLooks, ...marks)) remove(element);
  for (const change of below(story, 'w:del', 'w:moveFrom', 'w:ins', 'w:moveTo', 'w:cellDel')) {
    if (!around(change, nameOf(story)) && change.parentNode !== story) continue; // In what is gone already.
    const holder = change.parentNode as Element;
    const isDeletion = ['w:del', 'w:moveFrom', 'w:cellDel'].includes(nameOf(change));
    switch (nameOf(holder)) {
      case 'w:rPr': // The end of a paragraph: mammoth joins it with the next one.
        if (!isDeletion) remove(change);
        continue;
      case 'w:trPr':
      case 'w:tcPr': {
        tally.count('unaccepted-changes');
        const whole = around(change, nameOf(holder) === 'w:trPr' ? 'w:tr' : 'w:tc');
        if (!isDeletion) remove(change);
        else if (whole && nameOf(whole) === 'w:tr') remove(whole);
        // A row keeps its number of cells.
        else if (whole) for (const run of below(whole, 'w:r')) remove(run);
        continue;
      }
      default:
        if (childOf(change, 'w:r') || change.firstChild) tally.count('unaccepted-changes');
        if (isDeletion) remove(change);
        else unwrap(change);
    }
  }
}
