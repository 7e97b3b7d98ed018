import { fill } from '#lang/message.ts';
import type { SearchTexts } from '#search/texts.ts';
import type { SearchResults } from './finder.ts';

/**
 * The status message for an answer: how many results there are and, if the query was not matched exactly, what was
 * searched instead.
 * @param count how many hits are left after the filters
 */
export function sentence(
  locale: string,
  texts: SearchTexts,
  query: string,
  { finds, partial, read }: SearchResults,
  count: number,
): string {
  if (finds.length === 0) return fill(locale, texts.none, { query });
  if (count === 0) return fill(locale, texts.filtered, { query, count: finds.length });
  if (partial) return fill(locale, texts.some, { query, count });
  return read === undefined
    ? fill(locale, texts.results, { query, count })
    : fill(locale, texts.read, { query, read, count });
}
