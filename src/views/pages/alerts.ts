import type { Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { urls } from '#site/urls.ts';
import { isInForce } from '#views/parts/alerts.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type Teaser, teaser } from '#views/parts/teaser.ts';

/** The page of warnings. */
export interface AlertsView {
  readonly frame: Frame;
  readonly title: string;
  readonly inForce: readonly Teaser[];
  readonly over: readonly Teaser[];
}

/** All warnings in a language, newest first: those that are in force, then those that were. */
export function alertsView(snapshot: Snapshot, locale: Locale): AlertsView {
  const context = snapshot.language(locale);
  const alerts = context.lists.all.filter(({ kind }) => kind === 'alert');
  const title = context.t('alerts.title');
  return {
    frame: makeFrame(context, {
      path: urls.alerts(locale),
      title,
      versions: everyLocale(context, urls.alerts),
      breadcrumbs: [],
      scope: { type: 'kinds', id: 'alert' },
    }),
    title,
    inForce: alerts.filter(isInForce).map((one) => teaser(context, one)),
    over: alerts.filter((one) => !isInForce(one)).map((one) => teaser(context, one)),
  };
}

/** A standing page of this name, which is older than this page, keeps its address. */
export function alertsPaths({ model }: Pick<Snapshot, 'model'>) {
  return hasAlertsPage(model)
    ? model.site.locales.map((locale) => ({ params: { lang: locale }, props: { locale } }))
    : [];
}

export function hasAlertsPage({ pages }: Pick<Snapshot['model'], 'pages'>): boolean {
  return !pages.some(({ slug }) => slug === 'alerts');
}
