import type { Locale } from '#lang/locale.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { type SearchRecord, searchRecords } from './records.ts';
import { registryRecords } from './registry-records.ts';

/** Everything of the site that can be found in a language: the announcements, newest first, then all others. */
export function siteRecords(snapshot: ContentSnapshot, locale: Locale): SearchRecord[] {
  return [...searchRecords(snapshot, locale), ...registryRecords(snapshot, locale)];
}
