import type { Message } from '#lang/message.ts';
import type { Strings } from '#lang/strings.ts';

const names = [
  'loading',
  'results',
  'read',
  'some',
  'besides',
  'partly',
  'forms',
  'words',
  'shortened',
  'filtered',
  'none',
  'elsewhere',
  'entries',
  'failed',
  'offline',
  'server',
  'damaged',
  'missing',
] as const;

/** The messages that the search shows while it works. They are sent to the browser with the page. */
export type SearchTexts = Readonly<Record<(typeof names)[number], Message>>;

export function searchTexts(strings: Strings): SearchTexts {
  return Object.fromEntries(
    names.map((name) => [name, strings.message(`search.${name}`)]),
  ) as SearchTexts;
}

/** The settings that the page passes to `<press-search>`. */
export interface SearchSettings {
  /** The URL of the search folder, ending in `/`. */
  readonly folder: string;
  /** The languages of the site with their own names. The language of the page comes first. */
  readonly locales: ReadonlyArray<{ readonly locale: string; readonly name: string }>;
  readonly texts: SearchTexts;
  /** The time zone of the site. */
  readonly timeZone: string;
}
