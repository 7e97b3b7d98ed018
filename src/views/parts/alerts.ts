import { inLocale, must } from '#lang/lookup.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import { endText, type Link } from './link.ts';

/** A warning in force, as every page shows it. */
export interface AlertLink extends Link {
  /** The address from the site's root, without the base. */
  readonly path: string;
  /** Until when it is in force, as a complete phrase. */
  readonly until: string;
}

/** Whether an announcement is a warning in force. */
export function isInForce({ kind, expired }: Announcement): boolean {
  return kind === 'alert' && !expired;
}

/** The warnings in force that have a text in the language, newest first. */
export function alertsInForce(context: Context): AlertLink[] {
  const { lists, locale, link, t } = context;
  return lists.all.filter(isInForce).map((alert) => {
    const path = urls.announcement(locale, alert.id);
    const end = endText(context, must(alert.expires, 'end of an alert'));
    return {
      path,
      href: link(path),
      text: inLocale(alert.texts, locale).title,
      until: t('announcement.expires', { date: end.text }),
    };
  });
}
