import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFields, facts, lists } from '#schema/announcement.ts';

/** The fields that all languages share, as written in the front matter: `date: '2026-01-22'`. */
export type WrittenFacts = Partial<
  Pick<AnnouncementFields, keyof typeof facts | keyof typeof lists>
>;

/** An announcement that is not in the content folder yet. */
export interface NewAnnouncement {
  readonly year: number;
  readonly slug: string;
  readonly facts: WrittenFacts;
  /** At least one text. The facts are written into the file of the first. */
  readonly texts: ReadonlyMap<Locale, NewText>;
  /** The files beside the texts, by name. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** The text of a new announcement in one language. */
export interface NewText {
  readonly fields: Omit<AnnouncementFields, keyof WrittenFacts>;
  /** Markdown. */
  readonly body: string;
}
