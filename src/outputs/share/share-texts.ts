import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { announcementContent } from '#views/pages/announcement.ts';
import { plainParagraphs } from './plain-paragraphs.ts';
import { type Text, writeXmlFragment, x } from '#outputs/xml.ts';
import { inLocale } from '#lang/lookup.ts';
import { endText } from '#views/parts/link.ts';

/** An announcement in one language, ready for a person or a bot to send. */
export interface ShareTexts {
  /** A message in Telegram's HTML for bots: at most `telegramLimits.message` units. */
  readonly telegram: string;
  /** The caption of a picture in Telegram: at most `telegramLimits.caption` units. */
  readonly telegramCaption: string;
  readonly whatsapp: string;
  readonly email: { readonly subject: string; readonly body: string };
}

/**
 * Telegram's limits, in UTF-16 code units of the visible text: tags and entities do not count
 * (core.telegram.org/bots/api).
 */
export const telegramLimits = { message: 4096, caption: 1024 } as const;

/** Makes the messages of an announcement in one language. */
export function shareTexts(
  snapshot: ContentSnapshot,
  locale: Locale,
  announcement: Announcement,
): ShareTexts {
  const context = snapshot.language(locale);
  const { title, summary, body } = inLocale(announcement.texts, locale, announcement.id);
  const { portable, lead } = body;
  const { event, withdrawn } = announcementContent(context, announcement);
  const { expires, expired } = announcement;
  const url = absolute(snapshot.model.site, urls.announcement(locale, announcement.id));
  const label = (id: 'event.when' | 'event.where', value: string | undefined) =>
    value ? [`${context.t(id)}: ${value}`] : [];
  const notice = withdrawn ? [`${withdrawn.heading} — ${withdrawn.reason}`] : [];
  const inForce =
    expires && !withdrawn
      ? [
          context.t(expired ? 'announcement.expired' : 'announcement.expires', {
            date: endText(context, expires).text,
          }),
        ]
      : [];
  const facts = [
    ...label('event.when', event?.when),
    ...label('event.where', event?.place),
    ...inForce,
  ];
  const short = [...notice, summary ?? lead, ...facts];
  const paragraphs = plainParagraphs(portable);
  // Include the summary only if the author wrote one. A summary taken from the text would appear twice.
  const whole = [...notice, ...(summary ? [summary] : []), ...facts, ...paragraphs];
  return {
    telegram: telegramHtml(title, whole, url, telegramLimits.message),
    telegramCaption: telegramHtml(title, short, url, telegramLimits.caption),
    whatsapp: [bold(title), ...short, url].join('\n\n'),
    email: {
      subject: title,
      body: [title, ...whole, url, inLocale(snapshot.model.site.publisher.name, locale)].join(
        '\n\n',
      ),
    },
  };
}

/** The title, as many paragraphs as fit, and the address, which always fits. */
function telegramHtml(
  title: string,
  paragraphs: readonly string[],
  url: string,
  limit: number,
): string {
  const gap = '\n\n';
  const ends = gap.length + url.length;
  const head = shortened(title, limit - ends);
  let room = limit - head.length - ends;
  const fitting: string[] = [];
  for (const paragraph of paragraphs) {
    const part = shortened(paragraph, room - gap.length);
    if (part) fitting.push(part);
    room -= gap.length + part.length;
    if (part !== paragraph) break;
  }
  const rest: Text = {
    type: 'text',
    value: [...fitting, url].map((part) => `${gap}${part}`).join(''),
  };
  return writeXmlFragment([x('b', head), rest]);
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** The smallest part of a paragraph that is still meaningful, in UTF-16 code units. */
const least = 40;

/**
 * Shortens a text to at most `limit` units. Cuts between words and marks the cut. Returns an empty text if no
 * meaningful part fits.
 */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < least) return '';
  let cut = 0;
  for (const { index } of words.segment(text)) if (index <= limit - 1) cut = index;
  return `${text.slice(0, cut).trimEnd()}…`;
}

/** WhatsApp has no escape, so a title that contains an asterisk is left as it is. */
function bold(title: string): string {
  return title.includes('*') ? title : `*${title}*`;
}
