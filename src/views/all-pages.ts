import { currentShowing } from '#snapshot/build-context.ts';
import type { Edition } from '#snapshot/snapshot.ts';
import { urls } from '#site/urls.ts';
import { announcementView } from './pages/announcement.ts';
import { archiveView, monthView, yearView } from './pages/archive.ts';
import { homeView } from './pages/home.ts';
import { movedView } from './pages/moved.ts';
import { logView } from './pages/log.ts';
import { outcomesView } from './pages/outcomes.ts';
import {
  announcementPaths,
  archivePaths,
  localePaths,
  monthPaths,
  movedPaths,
  onePath,
  scopePaths,
  standingPagePaths,
  weekPaths,
  yearPaths,
} from './paths.ts';
import { removedView } from './pages/removed.ts';
import { notFoundView, rootView } from './pages/root.ts';
import { scopeView } from './pages/scope.ts';
import { searchView } from './pages/search.ts';
import { standingPageView } from './pages/standing-page.ts';
import { subscribeView } from './pages/subscribe.ts';
import { weeksView, weekView } from './pages/weeks.ts';

/** A kind of page: a file of `src/pages/`. */
interface Kind<Path extends { props: object }, View extends object> {
  /** Astro's parameters of each page, and what its view is asked with. */
  paths(edition: Edition): Path[];
  /** From the site's root. */
  address(props: Path['props']): string;
  view(edition: Edition, props: Path['props']): View;
}

/** A page, wherever it is needed outside Astro. Its view is made when it is asked for: some sites have ten thousand. */
export interface PageOfSite {
  readonly address: string;
  view(): object;
}

/** Every kind of page: which there are, where, and what they show. The files of `src/pages/` say how it looks. */
export const pages = {
  root: page({ paths: onePath, address: () => urls.root, view: rootView }),
  notFound: page({ paths: onePath, address: () => urls.notFound, view: notFoundView }),
  moved: page({
    paths: movedPaths,
    address: ({ address }) => address,
    view: (edition, { address }) => movedView(edition, address),
  }),
  home: page({
    paths: localePaths,
    address: ({ locale }) => urls.home(locale),
    view: (edition, { locale }) => homeView(edition, locale),
  }),
  announcement: page({
    paths: announcementPaths,
    address: ({ locale, id }) => urls.announcement(locale, id),
    view: announcementOrNotice,
  }),
  archive: page({
    paths: archivePaths,
    address: ({ locale, page: number }) => urls.archive(locale, number),
    view: archiveView,
  }),
  year: page({
    paths: yearPaths,
    address: ({ locale, year }) => urls.archiveYear(locale, year),
    view: yearView,
  }),
  month: page({
    paths: monthPaths,
    address: ({ locale, year, month }) => urls.archiveMonth(locale, year, month),
    view: monthView,
  }),
  scope: page({
    paths: scopePaths,
    address: ({ locale, scope, page: number }) => urls.scope(locale, scope, number),
    view: scopeView,
  }),
  week: page({
    paths: weekPaths,
    address: ({ locale, name }) => urls.week(locale, name),
    view: weekView,
  }),
  weeks: page({
    paths: localePaths,
    address: ({ locale }) => urls.weeks(locale),
    view: (edition, { locale }) => weeksView(edition, locale),
  }),
  outcomes: page({
    paths: localePaths,
    address: ({ locale }) => urls.outcomes(locale),
    view: (edition, { locale }) => outcomesView(edition, locale),
  }),
  log: page({
    paths: localePaths,
    address: ({ locale }) => urls.log(locale),
    view: (edition, { locale }) => logView(edition, locale),
  }),
  search: page({
    paths: localePaths,
    address: ({ locale }) => urls.search(locale),
    view: (edition, { locale }) => searchView(edition, locale),
  }),
  subscribe: page({
    paths: localePaths,
    address: ({ locale }) => urls.subscribe(locale),
    view: (edition, { locale }) => subscribeView(edition, locale),
  }),
  standing: page({
    paths: standingPagePaths,
    address: ({ locale, slug }) => urls.page(locale, slug),
    view: standingPageView,
  }),
};

/** At the address of an announcement stands for ever its page, or the notice that it was removed. */
function announcementOrNotice(
  edition: Edition,
  { removed, ...which }: ReturnType<typeof announcementPaths>[number]['props'],
) {
  return removed
    ? { removed: removedView(edition, which), announcement: undefined }
    : { removed: undefined, announcement: announcementView(edition, which) };
}

/** Every page of a site. */
export function pagesOf(edition: Edition): PageOfSite[] {
  return Object.values(pages).flatMap((kind) => kind.pagesOf(edition));
}

function page<Path extends { props: object }, View extends object>({
  paths,
  address,
  view,
}: Kind<Path, View>) {
  return {
    /** What Astro's getStaticPaths returns: the pages that are to be made. */
    paths(): Path[] {
      const { edition, wanted } = currentShowing();
      const all = paths(edition);
      return wanted ? all.filter(({ props }) => wanted(address(props))) : all;
    },
    /** The finished props of a page. */
    show(props: Path['props']): View {
      const { edition, shown } = currentShowing();
      const made = view(edition, props);
      shown?.(address(props), made);
      return made;
    },
    pagesOf(edition: Edition): PageOfSite[] {
      return paths(edition).map(({ props }) => ({
        address: address(props),
        view: () => view(edition, props),
      }));
    },
  };
}

/** What the page of a kind is asked with: Astro's `Props`. */
export type PropsOf<Name extends keyof typeof pages> = Parameters<(typeof pages)[Name]['show']>[0];
