import type { Direction, Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Link } from '#views/parts/link.ts';
import { mustGet } from '#lang/lookup.ts';

/** The page at an old address. It redirects immediately, and also has a link to the new address. */
export interface MovedView {
  readonly lang: Locale;
  readonly dir: Direction;
  /** The notice at the top of the page if the build is a preview. */
  readonly previewMark: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly canonical: string;
  readonly emblem: string | undefined;
  readonly target: Link;
}

export function movedView(snapshot: Snapshot, address: string): MovedView {
  const { site, moved } = snapshot.model;
  const target = mustGet(moved, address);
  const locale = site.locales.find((each) => target.startsWith(`/${each}/`)) ?? site.defaultLocale;
  const { strings, t, link } = snapshot.language(locale);
  const canonical = absolute(site, target);
  return {
    lang: locale,
    dir: strings.dir,
    previewMark: snapshot.preview ? t('preview.mark') : undefined,
    title: t('moved.title'),
    text: t('moved.text'),
    canonical,
    emblem: site.emblem && link(urls.emblem(site.emblem)),
    target: { href: link(target), text: canonical },
  };
}
