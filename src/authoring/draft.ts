import type { Locale } from '#lang/locale.ts';
import type { Kind } from '#schema/announcement.ts';
import type { NewAnnouncement } from './new-announcement.ts';

/** What a press officer enters to start an announcement. */
export interface DraftOptions {
  readonly slug: string;
  /** The year of `date` in the site's time zone. */
  readonly year: number;
  readonly kind: Kind;
  /** `date`, `eventStart` and `expires` are written as in the front matter. */
  readonly date: string;
  readonly eventStart?: string | undefined;
  readonly expires?: string | undefined;
  readonly divisions: readonly string[];
  readonly topics: readonly string[];
  /** A title for each language. The facts go into the file of the first. */
  readonly titles: ReadonlyMap<Locale, string>;
}

/**
 * Makes a new announcement with a draft in every language.
 * @param invitation the placeholder for the body, a comment that readers never see
 */
export function draftOf(
  { slug, year, kind, titles, divisions, topics, ...moments }: DraftOptions,
  invitation: (locale: Locale) => string,
): NewAnnouncement {
  const texts = [...titles].map(
    ([locale, title]) =>
      [
        locale,
        { fields: { title, draft: true }, body: `<!-- ${invitation(locale)} -->\n` },
      ] as const,
  );
  const facts = {
    date: moments.date,
    ...(kind !== 'news' && { kind }),
    divisions: [...divisions],
    topics: [...topics],
    eventStart: moments.eventStart,
    expires: moments.expires,
  };
  return { year, slug, facts, texts: new Map(texts) };
}
