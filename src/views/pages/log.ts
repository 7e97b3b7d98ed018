import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { AnnouncementId } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type DateText, type Link, momentText } from '#views/parts/link.ts';

/** The log page in one language: what was published, and when. */
export interface LogView {
  readonly frame: Frame;
  readonly title: string;
  /** The command with which anyone can verify the log. */
  readonly command: string;
  /** Newest first. */
  readonly lines: readonly LineView[];
  readonly isWhole: boolean;
  /** The whole log as data, in all languages. */
  readonly data: Link;
}

/** One entry of the log. */
export interface LineView {
  readonly number: number;
  readonly when: DateText;
  readonly what: string;
  /** The page of the text, if it is public. */
  readonly page: Link | undefined;
  /** The name of the text, if it is not public. */
  readonly name: string | undefined;
  readonly fingerprint: string | undefined;
}

/** The maximum number of lines on the page. */
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
    // Sixteen characters are enough to compare by eye; the data have the whole fingerprint.
    fingerprint: fingerprint?.slice(0, 16),
  };
}
