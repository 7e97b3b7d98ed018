import { byCode } from '#lang/sort.ts';

/** The page of each announcement, as a path from the site's root, and when its content last changed (ISO 8601). */
export type Pages = Readonly<Record<string, string>>;

/** The pages that are new, have changed or are gone. */
export function changedPages(before: Pages, now: Pages): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((address) => before[address] !== now[address])
    .sort(byCode);
}
