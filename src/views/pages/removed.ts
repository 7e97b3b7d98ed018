import type { Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { AnnouncementId } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type Frame, makeFrame } from '#views/parts/frame.ts';
import { dateText } from '#views/parts/link.ts';
import { inLocale, must } from '#lang/lookup.ts';

/** The page at the address of a removed announcement. It gives only the reason. */
export interface RemovedView {
  readonly frame: Frame;
  readonly title: string;
  readonly heading: string;
  readonly reason: string;
}

export function removedView(
  snapshot: Snapshot,
  { locale, id }: { locale: Locale; id: AnnouncementId },
): RemovedView {
  const context = snapshot.language(locale);
  const { t } = context;
  const removed = must(
    snapshot.model.removed.find((one) => one.id === id),
    `removed announcement ${id}`,
  );
  const title = t('announcement.removedTitle');
  const reason = inLocale(removed.reasons, locale);
  const versions = Object.fromEntries(
    Object.keys(removed.reasons).map((other) => [other, urls.announcement(other, id)]),
  );
  return {
    frame: makeFrame(context, {
      path: urls.announcement(locale, id),
      title,
      description: reason,
      versions,
      noindex: true,
      breadcrumbs: [],
    }),
    title,
    heading: t('announcement.removed', { date: dateText(context, removed.removedOn).text }),
    reason,
  };
}
