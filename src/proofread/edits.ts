import { createTwoFilesPatch, diffChars } from 'diff';

/** A replacement of one piece of a text by another. */
export interface Edit {
  /** The offset of the first replaced code unit; `end` is the offset after the last one. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits that turn one text into the other, from left to right. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffChars(before, after)) {
    const last = edits.at(-1);
    // An edit that starts where the last one ends is merged into it.
    const joined = last?.end === at ? last : { start: at, end: at, text: '' };
    if (joined === last && (added || removed)) edits.pop();
    if (added) edits.push({ ...joined, text: joined.text + value });
    else if (removed) edits.push({ ...joined, end: at + value.length });
    if (!added) at += value.length;
  }
  return edits;
}

/** Applies edits that are sorted from left to right and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce(
      (whole, { start, end, text: piece }) => whole.slice(0, start) + piece + whole.slice(end),
      text,
    );
}

/** The change of a file as a unified diff. */
export function unifiedDiff(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 1 });
}
