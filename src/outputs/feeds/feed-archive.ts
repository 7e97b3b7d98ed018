import { createHash } from 'node:crypto';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import { byCode } from '#lang/sort.ts';
import { dayIn } from '#lang/time.ts';
import { twoDigits, urls } from '#site/urls.ts';
import { type Listed, listedIn, newest } from './feed-list.ts';

/** All that came out in a language in one month of the site's zone. */
export interface ArchivedMonth {
  /** `2026-01` */
  readonly month: string;
  /** From the site's root. Made from the content: readers who keep documents by their address fetch this one anew when it differs. */
  readonly address: string;
  /** The last that came out first. */
  readonly listed: readonly Listed[];
}

/**
 * The archive of a language (RFC 5005, section 4), oldest month first. A month is in it, whole, as soon as one of its
 * entries has no room among the newest: so a document changes only when something in its own month does.
 */
export const archivedMonths = memoizeBy(
  (snapshot: Snapshot, locale: Locale): readonly ArchivedMonth[] => {
    const listed = listedIn(snapshot, locale);
    const inFeed = new Set(newest(listed));
    return [...Map.groupBy(listed, (one) => monthOf(snapshot, one))]
      .filter(([, ofMonth]) => ofMonth.some((one) => !inFeed.has(one)))
      .map(([month, ofMonth]) => ({
        month,
        address: urls.feedArchive(locale, month, hashOfMonth(ofMonth)),
        listed: ofMonth,
      }))
      .sort((a, b) => byCode(a.month, b.month));
  },
);

/** Of the entries alone: links to neighbours would pass a change on to the address of every later month. */
function hashOfMonth(ofMonth: readonly Listed[]): string {
  return createHash('sha256')
    .update(JSON.stringify(ofMonth.map(({ entry }) => entry())))
    .digest('hex')
    .slice(0, 12);
}

function monthOf({ model }: Snapshot, { published }: Listed): string {
  const { year, month } = dayIn(model.site.timeZone, published);
  return `${year}-${twoDigits(month)}`;
}
