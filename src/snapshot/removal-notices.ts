import type { Locale } from '#lang/locale.ts';
import { dayIn } from '#lang/time.ts';
import type { Model, RemovedAnnouncement, WrittenModel } from '#site/model.ts';
import { addressHash, noticeAddress, readNoticeAddress } from '#site/removed-address.ts';
import { type OwnScope, urls } from '#site/urls.ts';

/** The page that stands for one address of a removed announcement. */
export interface RemovalNotice {
  readonly locale: Locale;
  /** Of the address; see `addressHash`. */
  readonly hash: string;
  /** Undefined if the content says nothing about the announcement any more. */
  readonly removed: RemovedAnnouncement | undefined;
}

/**
 * The notices of a site: one for each address that a removed announcement had.
 * @param forgotten the addresses of notices about whose announcements the content says nothing any more
 */
export function removalNotices(
  { site, removed }: Pick<Model, 'site' | 'removed'>,
  forgotten: Iterable<string>,
): RemovalNotice[] {
  return [
    ...removed.flatMap((one) =>
      one.addresses.map(({ locale, address }) => ({
        locale,
        hash: addressHash(address),
        removed: one,
      })),
    ),
    ...[...forgotten].flatMap((address) => {
      const notice = readNoticeAddress(address);
      // A language that the site has given up has no words for the notice.
      return notice && site.locales.includes(notice.locale)
        ? [{ ...notice, removed: undefined }]
        : [];
    }),
  ];
}

/**
 * Where the links of texts lead after a removal, so that none of them names what was removed or leads nowhere.
 * @param ended the scopes whose pages end because of a removal
 * @returns a function from a path of the site's root to another; undefined for a path that is as it was
 */
export function linksAfterRemoval(
  model: WrittenModel,
  ended: readonly OwnScope[],
): (path: string) => string | undefined {
  const { site, removed } = model;
  const targets = new Map([
    ...ended.flatMap((scope) =>
      site.locales.map((locale) => [urls.scope(locale, scope), urls.home(locale)] as const),
    ),
    ...removed.flatMap((one) => emptyLists(model, one)),
    ...removed.flatMap(({ id, addresses: [first] }) =>
      first
        ? [urls.pressKit(id), urls.dataOf(id)].map(
            (file) => [file, noticeAddress(first.locale, first.address)] as const,
          )
        : [],
    ),
    ...removed.flatMap(({ addresses }) =>
      addresses.map(({ locale, address }) => [address, noticeAddress(locale, address)] as const),
    ),
  ]);
  return (path) =>
    targets.get(path) ??
    [...targets].find(([address]) => address.endsWith('/') && path.startsWith(address))?.[1];
}

/** The month and the year of the archive in which nothing is left, and the whole archive in their place. */
function emptyLists(
  { site, announcements }: WrittenModel,
  { year, appeared }: RemovedAnnouncement,
): Array<readonly [address: string, target: string]> {
  return Object.entries(appeared).flatMap(([locale, at]) => {
    const { month } = dayIn(site.timeZone, at);
    const listed = announcements.filter(
      (other) => other.year === year && other.texts[locale] && !other.withdrawnOn,
    );
    const isEmpty = !listed.some(
      ({ published }) => dayIn(site.timeZone, published).month === month,
    );
    return [
      ...(isEmpty ? [urls.archiveMonth(locale, year, month)] : []),
      ...(listed.length === 0 ? [urls.archiveYear(locale, year)] : []),
    ].map((address) => [address, urls.archive(locale)] as const);
  });
}
