import { alertSection } from '#body/alert-section.ts';
import { memoizeBy } from '#memo.ts';
import type { Context } from '#views/parts/context.ts';
import { alertsInForce } from '#views/parts/alerts.ts';

/**
 * The warnings in force, as HTML for the top of a page; empty if there are none.
 * @param path of the page, from the site's root: a warning is not announced on its own page
 */
export function alertBanner(context: Context, path: string): string {
  const alerts = inForce(context, '');
  const others = alerts.filter((alert) => alert.path !== path);
  if (others.length === 0) return '';
  return others.length === alerts.length ? whole(context, '') : banner(context, others);
}

const inForce = memoizeBy((context: Context, _key: string) => alertsInForce(context));

/** The same on all pages but a few. */
const whole = memoizeBy((context: Context, _key: string) => banner(context, inForce(context, '')));

function banner({ t }: Context, alerts: ReturnType<typeof alertsInForce>): string {
  return alertSection(t('home.alerts'), alerts);
}
