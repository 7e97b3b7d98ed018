import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Lists } from '#snapshot/lists.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import type { Strings } from '#lang/strings.ts';
import type { Site } from '#site/model.ts';
import { underBase } from '#site/urls.ts';

/** One language of a snapshot: what a view of a page is made from. */
export interface Context {
  readonly snapshot: Snapshot;
  readonly site: Site;
  readonly locale: Locale;
  readonly strings: Strings;
  readonly lists: Lists;
  readonly t: Strings['t'];
  /** A path from the site's root as links write it. */
  link(path: string): string;
}

/** Made once: what is found in a context can be remembered with it. */
export const contextOf = memoizeBy((snapshot: Snapshot, locale: Locale): Context => {
  const { site } = snapshot.model;
  const strings = snapshot.model.strings.get(locale)!;
  return {
    snapshot,
    site,
    locale,
    strings,
    lists: snapshot.lists.get(locale)!,
    t: strings.t,
    link: (path) => underBase(site, path),
  };
});
