import type { RemovalNotice } from '#snapshot/removal-notices.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { urls } from '#site/urls.ts';
import { type Frame, makeFrame } from '#views/parts/frame.ts';
import { dateText } from '#views/parts/link.ts';

/** The notice that an announcement was removed. It gives only the reason. */
export interface RemovedView {
  readonly frame: Frame;
  readonly title: string;
  /** When it was removed. Undefined if the content says nothing about the announcement any more. */
  readonly heading: string | undefined;
  /** Undefined if nobody gave one in this language. */
  readonly reason: string | undefined;
}

export function removedView(
  snapshot: Snapshot,
  { locale, hash, removed }: RemovalNotice,
): RemovedView {
  const context = snapshot.language(locale);
  const { t } = context;
  const title = t('announcement.removedTitle');
  const reason = removed?.reasons[locale];
  // The last address of a language is the oldest, so the first one wins.
  const versions = Object.fromEntries(
    (removed?.addresses ?? [])
      .toReversed()
      .map(({ locale: other, address }) => [other, noticeAddress(other, address)]),
  );
  return {
    frame: makeFrame(context, {
      path: urls.removed(locale, hash),
      title,
      description: reason ?? title,
      versions: { ...versions, [locale]: urls.removed(locale, hash) },
      noindex: true,
      breadcrumbs: [],
    }),
    title,
    heading:
      removed && t('announcement.removed', { date: dateText(context, removed.removedOn).text }),
    reason,
  };
}
