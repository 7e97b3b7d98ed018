import type { Locale } from '#lang/locale.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { type PageWords, pageRecords } from './page-records.ts';
import { type SearchRecord, searchRecords } from './records.ts';
import { registryRecords } from './registry-records.ts';

/**
 * Everything of the site that can be found in a language: the announcements, newest first, then all others.
 * @param own the words of the theme's pages, in all languages
 */
export function siteRecords(
  snapshot: ContentSnapshot,
  locale: Locale,
  own: readonly PageWords[] = [],
): SearchRecord[] {
  const pages = new Map(pageRecords(snapshot, locale, own).map((record) => [record.url, record]));
  // The contacts of the press office may have a page, whose words lead to the same result.
  const registry = registryRecords(snapshot, locale).map((record) => {
    const page = pages.get(record.url);
    pages.delete(record.url);
    return page ? { ...record, body: `${record.body}\n${page.body}` } : record;
  });
  return [...searchRecords(snapshot, locale), ...registry, ...pages.values()];
}
