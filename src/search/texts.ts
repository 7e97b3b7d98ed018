import type { Message } from '#lang/message.ts';
import type { Strings } from '#lang/strings.ts';

const names = ['loading', 'results', 'none', 'failed'] as const;

/** The sentences that the search says while it works; they travel to the browser with the page. */
export type SearchTexts = Readonly<Record<(typeof names)[number], Message>>;

export function searchTexts(strings: Strings): SearchTexts {
  return Object.fromEntries(names.map((name) => [name, strings.message(`search.${name}`)])) as SearchTexts;
}
