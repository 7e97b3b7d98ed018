import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { AnnouncementId } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type DateText, type Link, momentText } from '#views/parts/link.ts';

/** What was published when, in one language. */
export interface LogView {
  readonly frame: Frame;
  readonly title: string;
  /** By which everybody can check it. */
  readonly command: string;
  /** Newest first. */
  readonly lines: readonly LineView[];
  readonly isWhole: boolean;
  /** The same as data, whole, in all languages. */
  readonly data: Link;
}

export interface LineView {
  readonly number: number;
  readonly when: DateText;
  readonly what: string;
  /** The page of the text, where it is public. */
  readonly page: Link | undefined;
  /** The name of a text that is not. */
  readonly name: string | undefined;
  readonly fingerprint: string | undefined;
}

/** As many lines as a page can bear. */
const shown = 100;

export function logView(snapshot: Snapshot, locale: Locale): LogView {
  const context = snapshot.language(locale);
  const { t, link, site } = context;
  const title = t('log.title');
  const lines = snapshot.log.lines
    .filter(({ text }) => text === undefined || text.endsWith(`/${locale}`))
    .toReversed();
  return {
    frame: makeFrame(context, {
      path: urls.log(locale),
      title,
      description: t('log.lead'),
      versions: everyLocale(context, urls.log),
    }),
    title,
    command: `npm run verify -- ${absolute(site, urls.root)}`,
    lines: lines.slice(0, shown).map((line) => lineView(context, line)),
    isWhole: lines.length <= shown,
    data: { href: link(urls.dataLog), text: t('log.data') },
  };
}

function lineView(
  context: Context,
  { number, at, what, text, fingerprint }: Snapshot['log']['lines'][number],
): LineView {
  const { snapshot, locale, t, link } = context;
  const id = text?.slice(0, text.lastIndexOf('/')) as AnnouncementId | undefined;
  const title = id === undefined ? undefined : snapshot.byId.get(id)?.texts[locale]?.title;
  return {
    number,
    when: momentText(context, new Date(at)),
    what: t(`log.${what}`),
    page:
      id !== undefined && title !== undefined
        ? { href: link(urls.announcement(locale, id)), text: title }
        : undefined,
    name: title === undefined ? text : undefined,
    // Enough to compare by eye; the data have the whole.
    fingerprint: fingerprint?.slice(0, 16),
  };
}
