import type { ContentSnapshot, Snapshot } from '#snapshot/snapshot.ts';
import { addToLog, emptyLog, stateFingerprint, type Log, type LoggedStates } from '#history/log.ts';
import { writtenLog } from '#history/release-state.ts';
import { type TextStates, textStates } from '#history/text-states.ts';
import { sha256 } from '#site/canonical.ts';
import type { Announcement, RemovedAnnouncement } from '#site/model.ts';
import { idAt } from '#site/removed-address.ts';
import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { announcementRecord } from './open-data-records.ts';

/**
 * The log of a site after this snapshot is published.
 * @param before the log of the previous release; undefined if nothing has been recorded yet
 * @param salt makes the salt of a new fingerprint. Without it, the build is not recorded anywhere, and the log
 *   depends on the content alone: a line has the date on which its text came out, and the salt is derived from the
 *   name of the text. Such a salt is predictable, which is safe because there is no earlier text to guess.
 */
export function logAfter(
  snapshot: ContentSnapshot,
  before: Log | undefined,
  salt: ((text: string) => string) | undefined,
): Log {
  const { announcements, removed, site } = snapshot.model;
  const texts = new Map(announcements.flatMap((announcement) => saidBy(snapshot, announcement)));
  const came = new Map<string, Date>(
    announcements.flatMap(({ id, texts, withdrawnOn }) =>
      Object.entries(texts).map(
        ([locale, { appeared }]) => [`${id}/${locale}`, withdrawnOn ?? appeared] as const,
      ),
    ),
  );
  const at = (text?: string) => (salt ? undefined : came.get(text ?? '')) ?? snapshot.now;
  return addToLog(before ?? emptyLog, {
    at,
    texts,
    removed: namesOf(removed, site.locales),
    salt: salt ?? ((text) => sha256(text).slice(0, 32)),
  });
}

/** The names that removed texts had, also under old addresses and in other languages. */
function namesOf(
  removed: readonly RemovedAnnouncement[],
  locales: readonly Locale[],
): ReadonlySet<string> {
  const ids = removed.flatMap(({ id, addresses }) => [
    id,
    ...addresses.flatMap(({ address }) => idAt(address) ?? []),
  ]);
  return new Set(ids.flatMap((id) => locales.map((locale) => `${id}/${locale}`)));
}

/** The current state of each text of an announcement, computed from its open data. */
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

/** Writes `/log.json`. */
export function writeLog({ log }: Snapshot): string {
  return writtenLog(log);
}
