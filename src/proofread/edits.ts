import { createTwoFilesPatch, diffChars } from 'diff';

/** A piece of a text replaced by another. */
export interface Edit {
  /** Of its first code unit, and of what follows its last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What leads from one text to another, from left to right. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffChars(before, after)) {
    const last = edits.at(-1);
    // What follows the last edit without a gap is part of it.
    const joined = last?.end === at ? last : { start: at, end: at, text: '' };
    if (joined === last && (added || removed)) edits.pop();
    if (added) edits.push({ ...joined, text: joined.text + value });
    else if (removed) edits.push({ ...joined, end: at + value.length });
    if (!added) at += value.length;
  }
  return edits;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce(
      (whole, { start, end, text: piece }) => whole.slice(0, start) + piece + whole.slice(end),
      text,
    );
}

/** The change of a file as developers read it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 1 });
}
