import { fill } from '#lang/message.ts';
import type { SearchTexts } from '#search/texts.ts';
import type { SearchResults } from './finder.ts';

/**
 * The status message for an answer: how many results there are and, if the query was not matched exactly, what was
 * searched instead.
 * @param count how many hits are left after the filters
 * @param besides how many of these contain only a part of the query, when others contain all of it
 */
export function sentence(
  locale: string,
  texts: SearchTexts,
  query: string,
  found: SearchResults,
  count: number,
  besides = 0,
): string {
  const { finds, entries = [], elsewhere = [], partial, read, softened, shortened } = found;
  const main = () => {
    if (finds.length === 0 && entries.length > 0) return fill(locale, texts.entries, { query });
    if (finds.length === 0)
      return elsewhere.length > 0
        ? fill(locale, texts.elsewhere, { query, count: elsewhere.length })
        : fill(locale, texts.none, { query });
    if (count === 0) return fill(locale, texts.filtered, { query, count: finds.length });
    if (softened) return fill(locale, texts[softened], { query, count });
    if (partial) return fill(locale, texts.some, { query, count });
    return read === undefined
      ? fill(locale, texts.results, { query, count: count - besides })
      : fill(locale, texts.read, { query, read, count: count - besides });
  };
  return [
    main(),
    ...(besides > 0 && !softened ? [fill(locale, texts.besides, { count: besides })] : []),
    ...(shortened === undefined ? [] : [fill(locale, texts.shortened, { count: shortened })]),
  ]
    .filter(Boolean)
    .join(' ');
}
