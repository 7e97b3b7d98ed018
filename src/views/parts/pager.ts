import type { Announcement } from '#site/model.ts';
import { itemAt, lastOf } from '#lang/lookup.ts';
import type { Context } from './context.ts';
import { type ForeignTeaser, foreignTeaser, type Teaser, teaser } from './teaser.ts';

/** One page of a long list. */
export interface ListPage {
  readonly items: readonly Teaser[];
  /** Announcements from the same period that exist only in other languages. */
  readonly elsewhere: readonly ForeignTeaser[];
  readonly pager: Pager | undefined;
}

/** The links between the pages of a list. */
export interface Pager {
  /** «Страница 2 из 5» */
  readonly position: string;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The number of pages for a list of this length; an empty list has one page. */
export function pageCount({ site }: Pick<Context, 'site'>, items: number): number {
  return Math.max(1, Math.ceil(items / site.perPage));
}

/**
 * Makes one page of a list.
 * @param page the number of the page; 1 is the newest
 * @param path gives the path of a page of this list by its number
 */
export function listPage(
  context: Context,
  lists: { all: readonly Announcement[]; elsewhere: readonly Announcement[] },
  page: number,
  path: (page: number) => string,
): ListPage {
  const { site, t, link } = context;
  const pages = pageCount(context, lists.all.length);
  const from = (page - 1) * site.perPage;
  const items = lists.all.slice(from, from + site.perPage);
  // The pages of a list divide all of time between them, so that each foreign text is on exactly one page.
  const newest = page === 1 ? Infinity : itemAt(lists.all, from - 1).published.getTime();
  const oldest = page === pages ? -Infinity : lastOf(items).published.getTime();
  const elsewhere = lists.elsewhere.filter(
    ({ published }) => published.getTime() < newest && published.getTime() >= oldest,
  );
  return {
    items: items.map((one) => teaser(context, one)),
    elsewhere: elsewhere.map((one) => foreignTeaser(context, one)),
    pager:
      pages === 1
        ? undefined
        : {
            position: t('archive.position', { page, pages }),
            newer: page > 1 ? link(path(page - 1)) : undefined,
            older: page < pages ? link(path(page + 1)) : undefined,
          },
  };
}
