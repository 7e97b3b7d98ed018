import { hashOf } from '#cache/hash.ts';
import { useContext } from '#snapshot/build-context.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { urls } from '#site/urls.ts';
import { announcementView } from './pages/announcement.ts';
import { alertsPaths, alertsView } from './pages/alerts.ts';
import { archiveView, monthView, yearView } from './pages/archive.ts';
import { homeView } from './pages/home.ts';
import { indexPaths, indexView } from './pages/index-page.ts';
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
  removedPaths,
  scopePaths,
  standingPagePaths,
  weekPaths,
  yearPaths,
} from './paths.ts';
import { ownPageView, ownPaths } from './pages/own-page.ts';
import { removedView } from './pages/removed.ts';
import { notFoundView, rootView } from './pages/root.ts';
import { scopeView } from './pages/scope.ts';
import { searchView } from './pages/search.ts';
import { standingPageView } from './pages/standing-page.ts';
import { subscribeView } from './pages/subscribe.ts';
import { weeksView, weekView } from './pages/weeks.ts';

/** A kind of page. Each kind is one file of `src/pages/`. */
interface Kind<Path extends { props: object }, View extends object> {
  /** Astro's path parameters of each page, and the props from which its view is made. */
  paths(snapshot: Snapshot): Path[];
  /** The path from the site's root. */
  address(props: Path['props']): string;
  view(snapshot: Snapshot, props: Path['props']): View;
}

/** A page for use outside Astro. Its view is computed on demand, because some sites have ten thousand pages. */
export interface PageOfSite {
  readonly address: string;
  view(): object;
}

/**
 * Every kind of page: which pages exist, their addresses and their content. The files of `src/pages/` define how
 * they look.
 */
export const pages = {
  root: page({ paths: onePath, address: () => urls.root, view: rootView }),
  notFound: page({ paths: onePath, address: () => urls.notFound, view: notFoundView }),
  moved: page({
    paths: movedPaths,
    address: ({ address }) => address,
    view: (snapshot, { address }) => movedView(snapshot, address),
  }),
  home: page({
    paths: localePaths,
    address: ({ locale }) => urls.home(locale),
    view: (snapshot, { locale }) => homeView(snapshot, locale),
  }),
  announcement: page({
    paths: announcementPaths,
    address: ({ locale, id }) => urls.announcement(locale, id),
    view: announcementView,
  }),
  removed: page({
    paths: removedPaths,
    address: ({ locale, hash }) => urls.removed(locale, hash),
    view: removedView,
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
  index: page({
    paths: indexPaths,
    address: ({ locale, type }) => urls.index(locale, type),
    view: indexView,
  }),
  alerts: page({
    paths: alertsPaths,
    address: ({ locale }) => urls.alerts(locale),
    view: (snapshot, { locale }) => alertsView(snapshot, locale),
  }),
  week: page({
    paths: weekPaths,
    address: ({ locale, name }) => urls.week(locale, name),
    view: weekView,
  }),
  weeks: page({
    paths: localePaths,
    address: ({ locale }) => urls.weeks(locale),
    view: (snapshot, { locale }) => weeksView(snapshot, locale),
  }),
  outcomes: page({
    paths: localePaths,
    address: ({ locale }) => urls.outcomes(locale),
    view: (snapshot, { locale }) => outcomesView(snapshot, locale),
  }),
  log: page({
    paths: localePaths,
    address: ({ locale }) => urls.log(locale),
    view: (snapshot, { locale }) => logView(snapshot, locale),
  }),
  search: page({
    paths: localePaths,
    address: ({ locale }) => urls.search(locale),
    view: (snapshot, { locale }) => searchView(snapshot, locale),
  }),
  subscribe: page({
    paths: localePaths,
    address: ({ locale }) => urls.subscribe(locale),
    view: (snapshot, { locale }) => subscribeView(snapshot, locale),
  }),
  standing: page({
    paths: standingPagePaths,
    address: ({ locale, slug }) => urls.page(locale, slug),
    view: standingPageView,
  }),
  own: page({
    paths: ownPaths,
    address: ({ locale, path }) => urls.page(locale, path),
    view: ownPageView,
  }),
};

/** Lists every page of a site. */
export function allPages(snapshot: Snapshot): PageOfSite[] {
  return Object.values(pages).flatMap((kind) => kind.pagesOf(snapshot));
}

function page<Path extends { props: object }, View extends object>({
  paths,
  address,
  view,
}: Kind<Path, View>) {
  return {
    /**
     * The result for Astro's getStaticPaths: all pages. The prerenderer decides which of them are rendered: see
     * `build/capture-pages.ts`.
     */
    paths: (): Path[] => paths(useContext().snapshot),
    /** Makes the view of a page. */
    show(props: Path['props']): View {
      const { snapshot, onPage } = useContext();
      const made = view(snapshot, props);
      onPage?.(address(props), hashOf(made));
      return made;
    },
    pagesOf(snapshot: Snapshot): PageOfSite[] {
      return paths(snapshot).map(({ props }) => ({
        address: address(props),
        view: () => view(snapshot, props),
      }));
    },
  };
}

/** The props from which a page of this kind makes its view: Astro's `Props`. */
export type PropsOf<Name extends keyof typeof pages> = Parameters<(typeof pages)[Name]['show']>[0];
