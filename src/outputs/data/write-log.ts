import type { ContentSnapshot, Snapshot } from '#snapshot/snapshot.ts';
import { addToLog, emptyLog, stateFingerprint, type Log, type LoggedStates } from '#history/log.ts';
import { writtenLog } from '#history/release-state.ts';
import { type TextStates, textStates } from '#history/text-states.ts';
import { sha256 } from '#site/canonical.ts';
import type { Announcement } from '#site/model.ts';
import { mustGet } from '#lang/lookup.ts';
import { announcementRecord } from './open-data-records.ts';

/**
 * The log of a site once this snapshot is public.
 * @param before that of the release before; none where nothing was recorded yet
 * @param salt makes the salt of a new fingerprint. Without it nobody remembers the site, and the same content gives the same
 *   log at any moment: lines tell when a text came out, and salts can be foretold, for there is no earlier text to be guessed
 */
export function logAfter(
  snapshot: ContentSnapshot,
  before: Log | undefined,
  salt: ((text: string) => string) | undefined,
): Log {
  const { announcements, removed, site } = snapshot.model;
  const texts = new Map(announcements.flatMap((announcement) => saidBy(snapshot, announcement)));
  const came = new Map<string, Date>(
    announcements.flatMap(({ id, texts }) =>
      Object.entries(texts).map(([locale, { appeared }]) => [`${id}/${locale}`, appeared] as const),
    ),
  );
  const gone = new Set(
    removed.flatMap(({ id }) => site.locales.map((locale) => `${id}/${locale}`)),
  );
  const at = (text?: string) => (salt ? undefined : came.get(text ?? '')) ?? snapshot.now;
  return addToLog(before ?? emptyLog, {
    at,
    texts,
    removed: gone,
    salt: salt ?? ((text) => sha256(text).slice(0, 32)),
  });
}

/** What each text of an announcement says, by its open data. */
function saidBy(
  snapshot: ContentSnapshot,
  announcement: Announcement,
): Array<[string, LoggedStates]> {
  const { id, texts, withdrawnOn } = announcement;
  let states: TextStates | undefined;
  const make = (text: string, salt: string) =>
    stateFingerprint(
      mustGet((states ??= new Map(textStates(announcementRecord(snapshot, announcement)))), text),
      salt,
    );
  return Object.keys(texts).map((locale) => {
    const text = `${id}/${locale}`;
    return [
      text,
      {
        withdrawn: withdrawnOn !== undefined,
        fingerprint: (salt) => make(text, salt),
      },
    ];
  });
}

/** `/log.json` */
export function writeLog({ log }: Snapshot): string {
  return writtenLog(log);
}
