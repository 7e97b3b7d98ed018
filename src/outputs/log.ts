import type { Edition } from '#edition/edition.ts';
import { addToLog, emptyLog, type Log } from '#record/log.ts';
import { textStates } from '#record/text-states.ts';
import { announcementData } from './open-data.ts';

/**
 * The log of a site once this edition is public.
 * @param before that of the release before; none where nothing was recorded yet
 * @param salt makes the salt of a new fingerprint
 */
export function logAfter(edition: Edition, before: Log | undefined, salt: (text: string) => string): Log {
  const { announcements, removed, site } = edition.model;
  const states = new Map(announcements.flatMap((announcement) => textStates(announcementData(edition, announcement))));
  const gone = new Set(removed.flatMap(({ id }) => site.locales.map((locale) => `${id}/${locale}`)));
  return addToLog(before ?? emptyLog, { at: edition.now, states, removed: gone, salt });
}
