import type { Locale } from '#lang/locale.ts';
import type { Kind } from '#schema/announcement.ts';
import type { OwnTemplate } from './templates.ts';
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
 * @param template the body of a text and its fields beside title and `draft`, in place of that
 */
export function draftOf(
  { slug, year, kind, titles, divisions, topics, ...moments }: DraftOptions,
  invitation: (locale: Locale) => string,
  template: (locale: Locale) => OwnTemplate | undefined = () => undefined,
): NewAnnouncement {
  const texts = [...titles].map(([locale, title]) => {
    const { fields, body } = template(locale) ?? {
      fields: {},
      body: `<!-- ${invitation(locale)} -->\n`,
    };
    return [locale, { fields: { ...fields, title, draft: true }, body }] as const;
  });
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
