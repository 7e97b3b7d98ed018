import { fill } from '#lang/message.ts';
import type { SearchTexts } from '#search/texts.ts';
import type { SearchResults } from './finder.ts';

/**
 * What the page says about an answer: how much was found and, where it is not quite what was asked, what was.
 * @param count how many of the finds are shown, filters considered
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
