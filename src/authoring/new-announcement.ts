import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFields, facts, lists } from '#schema/announcement.ts';

/** Fields that are said once for all languages, as they are written: `date: '2026-01-22'`. */
export type WrittenFacts = Partial<
  Pick<AnnouncementFields, keyof typeof facts | keyof typeof lists>
>;

/** An announcement that is not in the content folder yet. */
export interface NewAnnouncement {
  readonly year: number;
  readonly slug: string;
  readonly facts: WrittenFacts;
  /** At least one; the facts are written in the file of the first. */
  readonly texts: ReadonlyMap<Locale, NewText>;
  /** What lies beside the texts, by name. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

export interface NewText {
  readonly fields: Omit<AnnouncementFields, keyof WrittenFacts>;
  /** Markdown. */
  readonly body: string;
}
