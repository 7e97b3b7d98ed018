import { createHash } from 'node:crypto';
import type { Edition } from '#edition/edition.ts';
import type { Locale } from '#lang/locale.ts';
import { byCode } from '#lang/sort.ts';
import { dayIn } from '#lang/time.ts';
import { twoDigits, urls } from '#site/urls.ts';
import type { FeedEntry } from './feed-entry.ts';
import { type Listed, listedIn, newest } from './feed-list.ts';

/** All that came out in a language in one month of the site's zone. */
export interface ArchivedMonth {
  /** `2026-01` */
  readonly month: string;
  /** From the site's root. Made from the content: readers who keep documents by their address fetch this one anew when it differs. */
  readonly address: string;
  /** The last that came out first. */
  readonly entries: readonly FeedEntry[];
}

const made = new WeakMap<Edition, Map<Locale, readonly ArchivedMonth[]>>();

/**
 * The archive of a language (RFC 5005, section 4), oldest month first. A month is in it, whole, as soon as one of its
 * entries has no room among the newest: so a document changes only when something in its own month does.
 */
export function archivedMonths(edition: Edition, locale: Locale): readonly ArchivedMonth[] {
  const ofEdition = made.get(edition) ?? new Map<Locale, readonly ArchivedMonth[]>();
  made.set(edition, ofEdition);
  let months = ofEdition.get(locale);
  if (!months) ofEdition.set(locale, (months = makeMonths(edition, locale)));
  return months;
}

function makeMonths(edition: Edition, locale: Locale): readonly ArchivedMonth[] {
  const listed = listedIn(edition, locale);
  const inFeed = new Set(newest(listed));
  return [...Map.groupBy(listed, (one) => monthOf(edition, one))]
    .filter(([, ofMonth]) => ofMonth.some((one) => !inFeed.has(one)))
    .map(([month, ofMonth]) => {
      const entries = ofMonth.map(({ entry }) => entry());
      // Of the entries alone: links to neighbours would pass a change on to the address of every later month.
      const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12);
      return { month, address: urls.feedArchive(locale, month, digest), entries };
    })
    .sort((a, b) => byCode(a.month, b.month));
}

function monthOf({ model }: Edition, { published }: Listed): string {
  const { year, month } = dayIn(model.site.timeZone, published);
  return `${year}-${twoDigits(month)}`;
}

/** What Astro's getStaticPaths of the archive returns. */
export function feedArchivePaths(edition: Edition) {
  return edition.model.site.locales.flatMap((locale) =>
    archivedMonths(edition, locale).map(({ month, address }) => ({ params: { lang: locale, month: address.slice(address.lastIndexOf('/') + 1, -'.xml'.length) }, props: { locale, month } })),
  );
}
