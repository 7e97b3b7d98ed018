import type { QueryWords } from '#languages/query-words.ts';
import { dayStem, shapeStem } from './number-shapes.ts';

/** A date in words, by the indices of its words. */
export interface WordedDate {
  /** The first and last of its words. */
  readonly from: number;
  readonly to: number;
  /** The index of the number of the day; undefined for a month. */
  readonly at: number | undefined;
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number | undefined;
}

const none: readonly string[] = [];

/**
 * Finds dates in words: «21 марта 2026 года», «2026 жылғы 21 наурыз», «наурыз 2026», “March 21, 2026”. A month alone is
 * no date.
 */
export function wordedDates(
  words: ReadonlyArray<string | undefined>,
  { months = none, year: yearWords = none }: Partial<QueryWords> = {},
): WordedDate[] {
  const dates: WordedDate[] = [];
  const numberAt = (index: number, least: number, most: number) => {
    const stem = words[index] === undefined ? undefined : shapeStem(words[index]);
    const number = stem !== undefined && /^\d{1,4}$/u.test(stem) ? Number(stem) : 0;
    return number >= least && number <= most ? number : undefined;
  };
  const isYearWord = (index: number) => yearWords.includes(words[index]?.toLowerCase() ?? '');
  const isNumber = (index: number) => /^\d/u.test(words[index] ?? '');
  for (const [index, word] of words.entries()) {
    // A fast test first: it runs for every word of a site, and few are next to a number.
    if (!isNumber(index - 1) && !isNumber(index + 1) && !isNumber(index - 2)) continue;
    const month = word === undefined ? 0 : monthOf(word, months);
    if (month === 0) continue;
    const before = numberAt(index - 1, 1, 31);
    const after = before === undefined ? numberAt(index + 1, 1, 31) : undefined;
    const at = before !== undefined ? index - 1 : after !== undefined ? index + 1 : undefined;
    const day = before ?? after;
    const first = Math.min(index, at ?? index);
    let [from, to] = [first, Math.max(index, at ?? index)];
    let year = numberAt(to + 1, 1900, 2099);
    if (year !== undefined) {
      to++;
      if (isYearWord(to + 1)) to++;
    } else {
      const place = isYearWord(first - 1) ? first - 2 : first - 1;
      year = numberAt(place, 1900, 2099);
      if (year !== undefined) from = place;
    }
    if (day === undefined && year === undefined) continue;
    dates.push({ from, to, at, year, month, day });
  }
  return dates;
}

/**
 * The words of a text in which the number of a day, before or after its month, is replaced by the stem of that day: so
 * «21 марта 2026» is found as 21.03.2026.
 * @param published `2026-01-22`, or empty. A day without a year is the nearest to it
 */
export function withDays(
  words: ReadonlyArray<string | undefined>,
  queryWords: QueryWords | undefined,
  published: string,
): Array<string | undefined> {
  const replaced = [...words];
  for (const { at, year, month, day } of wordedDates(words, queryWords)) {
    const known = year ?? (published ? nearestYear(published, month) : undefined);
    if (at !== undefined && known !== undefined)
      replaced[at] = dayStem(String(known), String(month), String(day));
  }
  return replaced;
}

function nearestYear(published: string, month: number): number {
  const [year = 0, publishedMonth = 0] = published.split('-').map(Number);
  const ahead = month - publishedMonth;
  return ahead > 6 ? year - 1 : ahead < -6 ? year + 1 : year;
}

function monthOf(word: string, months: readonly string[]): number {
  let patterns = compiled.get(months);
  if (!patterns)
    compiled.set(months, (patterns = months.map((month) => new RegExp(`^(?:${month})$`, 'u'))));
  const lower = word.toLowerCase();
  return patterns.findIndex((pattern) => pattern.test(lower)) + 1;
}

const compiled = new WeakMap<readonly string[], readonly RegExp[]>();
