import type { QueryWords } from '#languages/query-words.ts';
import { wordedDates } from './words/days.ts';
import { keyOf } from './words/fold.ts';
import { dayStem } from './words/number-shapes.ts';

/** A date in a query: what to look up in the index. */
export interface DateTerms {
  /** The keys of its days, or the beginning that they share. */
  readonly terms: readonly string[];
  /** Words that say the same in a text without the day («в марте 2026»); empty when the day is known. */
  readonly words: readonly string[];
}

/** A date without a year may be in the next year, in this one, or in this many before. */
const yearsBack = 14;

/**
 * Takes the dates out of the words of a query: «3 наурыз 2026», «21 марта», «март 2026», «вчера».
 * @param today `2026-01-22`, in the time zone of the site
 */
export function queryDates(
  words: readonly string[],
  queryWords: QueryWords | undefined,
  today: string,
): { readonly dates: readonly DateTerms[]; readonly rest: readonly string[] } {
  const worded = wordedDates(words, queryWords);
  const left = words.filter(
    (_, index) => !worded.some(({ from, to }) => index >= from && index <= to),
  );
  const near = left.flatMap((word) => {
    const distance = queryWords?.days[word.toLowerCase()];
    return distance === undefined ? [] : [{ word, day: dayAfter(today, distance) }];
  });
  return {
    dates: [
      ...worded.map((date): DateTerms => {
        const month = String(date.month);
        if (date.day === undefined)
          return {
            terms: [dayStem(String(date.year), month)],
            words: words.slice(date.from, date.to + 1),
          };
        const years =
          date.year === undefined
            ? Array.from(
                { length: yearsBack + 2 },
                (_, back) => Number(today.slice(0, 4)) + 1 - back,
              )
            : [date.year];
        return {
          terms: years.map((year) => keyOf(dayStem(String(year), month, String(date.day)))),
          words: [],
        };
      }),
      ...near.map(({ word, day }) => ({ terms: [keyOf(day)], words: [word] })),
    ],
    rest: left.filter((word) => !near.some((date) => date.word === word)),
  };
}

/** The stem of the day that is some days after another. */
function dayAfter(day: string, distance: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + distance);
  const [year = '', month, date] = moment.toISOString().slice(0, 10).split('-');
  return dayStem(year, month, date);
}
