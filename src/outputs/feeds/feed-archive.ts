import { hashOf } from '#cache/hash.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import { byCode } from '#lang/sort.ts';
import { dayIn } from '#lang/time.ts';
import { sha256 } from '#site/canonical.ts';
import { twoDigits, urls } from '#site/urls.ts';
import { type Listed, listedIn, newest } from './feed-list.ts';

/** Everything that came out in a language in one month. The month is counted in the site's time zone. */
export interface ArchivedMonth {
  /** `2026-01` */
  readonly month: string;
  /**
   * The path from the site's root. It contains a hash of the content, so feed readers that cache documents by
   * address fetch the document again when it changes.
   */
  readonly address: string;
  /** Ordered by publication, newest first. */
  readonly listed: readonly Listed[];
}

/**
 * The archive of a language (RFC 5005, section 4), oldest month first. A month is archived as a whole as soon as
 * one of its entries is no longer among the newest. So an archive document changes only when something in its own
 * month changes.
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

/**
 * The hash covers the entries only. If it covered the links to the neighbours, a change would alter the address of
 * every later month.
 */
function hashOfMonth(ofMonth: readonly Listed[]): string {
  return sha256(hashOf(ofMonth.map(({ entry }) => entry()))).slice(0, 12);
}

function monthOf({ model }: Snapshot, { published }: Listed): string {
  const { year, month } = dayIn(model.site.timeZone, published);
  return `${year}-${twoDigits(month)}`;
}
