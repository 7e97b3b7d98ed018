import type { Message } from '#lang/message.ts';
import type { Strings } from '#lang/strings.ts';

const names = ['loading', 'results', 'read', 'some', 'filtered', 'none', 'failed'] as const;

/** The sentences that the search says while it works; they travel to the browser with the page. */
export type SearchTexts = Readonly<Record<(typeof names)[number], Message>>;

export function searchTexts(strings: Strings): SearchTexts {
  return Object.fromEntries(
    names.map((name) => [name, strings.message(`search.${name}`)]),
  ) as SearchTexts;
}

/** What the page tells `<press-search>`. */
export interface SearchSettings {
  /** The address of the search, ending in `/`. */
  readonly folder: string;
  /** The languages of the site with their own names, that of the page first. */
  readonly locales: ReadonlyArray<{ readonly locale: string; readonly name: string }>;
  readonly texts: SearchTexts;
}
