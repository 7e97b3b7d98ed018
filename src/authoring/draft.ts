import type { Locale } from '#lang/locale.ts';
import type { Kind } from '#schema/announcement.ts';
import type { NewAnnouncement } from './new-announcement.ts';

/** What a press officer says of an announcement before it is written. */
export interface DraftOptions {
  readonly slug: string;
  /** The year of `date` in the zone of the site. */
  readonly year: number;
  readonly kind: Kind;
  /** Moments as they are written. */
  readonly date: string;
  readonly eventStart?: string | undefined;
  readonly expires?: string | undefined;
  readonly divisions: readonly string[];
  readonly topics: readonly string[];
  /** A title for each language; the facts are written with the first. */
  readonly titles: ReadonlyMap<Locale, string>;
}

/** The announcement to begin with: a draft in every language.
 * @param invitation what stands in place of the text, as a comment that readers never see */
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
