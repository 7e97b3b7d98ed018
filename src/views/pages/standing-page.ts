import type { Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { urls } from '#site/urls.ts';
import { type BodyView, bodyView } from '#views/parts/body-view.ts';
import { type Frame, makeFrame } from '#views/parts/frame.ts';
import { inLocale, must } from '#lang/lookup.ts';

/** A standing page: about, contacts, accessibility. */
export interface StandingPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string | undefined;
  readonly body: BodyView;
}

export function standingPageView(
  snapshot: Snapshot,
  { locale, slug }: { locale: Locale; slug: string },
): StandingPageView {
  const context = snapshot.language(locale);
  const { texts } = must(
    snapshot.model.pages.find((page) => page.slug === slug),
    `page ${slug}`,
  );
  const { title, summary, body } = inLocale(texts, locale);
  const versions = Object.fromEntries(
    Object.keys(texts).map((other) => [other, urls.page(other, slug)]),
  );
  return {
    frame: makeFrame(context, {
      path: urls.page(locale, slug),
      title,
      description: summary ?? body.lead,
      versions,
      breadcrumbs: [],
      styles: body.styles,
    }),
    title,
    lead: summary,
    body: bodyView({ body }),
  };
}
