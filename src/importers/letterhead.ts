import type { Root, RootContent } from 'mdast';
import { itemAt } from '#lang/lookup.ts';
import { everyWriting } from '#languages/writings.ts';
import type { ImportNote } from './imported.ts';
import { textOf } from './text-of.ts';

const every = everyWriting.map(({ imports }) => imports);
const any = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** A line that only names the kind of document. */
const kindOfPaper = new RegExp(
  String.raw`^${any(every.flatMap(({ papers }) => papers))}\s*(?:(?:№|N)\s*[\p{L}\d/-]+)?\s*[.:!]?$`,
  'iu',
);

const office = new RegExp(
  `^${any(every.flatMap(({ officesBegin }) => officesBegin))}|${any(every.flatMap(({ officesEnd }) => officesEnd))}$`,
  'u',
);

/**
 * Removes the letterhead from the beginning of a text: «ПРЕСС-РЕЛИЗ», the names of the office in capitals, and the
 * table that contains them. The title follows.
 */
export function takeLetterhead(body: Root, notes: ImportNote[]): Root {
  const { children } = body;
  let start = 0;
  const kept: RootContent[] = [];
  while (start < children.length - 1) {
    const block = itemAt(children, start);
    const text = textOf(block).replaceAll(/\s+/gu, ' ').trim();
    // An emblem before the title stays.
    if (!text && block.type === 'paragraph') kept.push(block);
    else if (isHead(block, text))
      notes.push({ id: 'letterhead-dropped', params: { text: wordsOf(block).slice(0, 120) } });
    else break;
    start++;
  }
  return kept.length === start ? body : { ...body, children: [...kept, ...children.slice(start)] };
}

function isHead(block: RootContent, text: string): boolean {
  if (block.type === 'table')
    return block.children.length <= 3 && text.length <= 400 && cellsOf(block).every(isOffice);
  if (block.type !== 'paragraph' && block.type !== 'heading') return false;
  return kindOfPaper.test(text) || isOffice(text);
}

/** Whether a text is empty, or the name of an office in capitals. */
function isOffice(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return (
    text === '' ||
    kindOfPaper.test(text) ||
    (letters.length > 3 && letters === letters.toUpperCase() && office.test(text))
  );
}

function cellsOf(block: RootContent): string[] {
  return block.type === 'table'
    ? block.children.flatMap((row) => row.children.map((cell) => textOf(cell).trim()))
    : [];
}

function wordsOf(block: RootContent): string {
  return block.type === 'table' ? cellsOf(block).filter(Boolean).join(' | ') : textOf(block).trim();
}

/** The line that names a document's author for the office: «Исп. А. Тестов, тел. 00-00-00». */
const byWhom = new RegExp(
  String.raw`^${any(every.flatMap((words) => words.byWhom))}\s*:?\s*\p{L}`,
  'iu',
);

/** Adds a note for each of the last lines that is meant for the office only. */
export function sayLinesOfOffice(body: Root, notes: ImportNote[]): void {
  for (const block of body.children.slice(-4)) {
    const text = textOf(block).trim();
    if (block.type === 'paragraph' && text.length <= 200 && byWhom.test(text))
      notes.push({ id: 'contact-line', params: { text } });
  }
}
