import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { announcementContent } from '#views/pages/announcement.ts';
import { type Text, writeXmlFragment, x } from '#outputs/xml.ts';
import { inLocale } from '#lang/lookup.ts';

/** An announcement in one language, made ready to be sent by a person or a bot. */
export interface ShareTexts {
  /** A message in the HTML of Telegram's bots: 4,096 units at most. */
  readonly telegram: string;
  /** What stands under a picture there: 1,024 units at most. */
  readonly telegramCaption: string;
  readonly whatsapp: string;
  readonly email: { readonly subject: string; readonly body: string };
}

/** What Telegram allows, in UTF-16 code units of what a reader sees: tags and entities do not count (core.telegram.org/bots/api). */
export const telegramLimits = { message: 4096, caption: 1024 } as const;

export function shareTexts(
  snapshot: ContentSnapshot,
  locale: Locale,
  announcement: Announcement,
): ShareTexts {
  const context = snapshot.language(locale);
  const { title, summary, body } = inLocale(announcement.texts, locale, announcement.id);
  const { plain, lead } = body;
  const { event, withdrawn } = announcementContent(context, announcement);
  const url = absolute(snapshot.model.site, urls.announcement(locale, announcement.id));
  const label = (id: 'event.when' | 'event.where', value: string | undefined) =>
    value ? [`${context.t(id)}: ${value}`] : [];
  const notice = withdrawn ? [`${withdrawn.heading} — ${withdrawn.reason}`] : [];
  const facts = [...label('event.when', event?.when), ...label('event.where', event?.place)];
  const short = [...notice, summary ?? lead, ...facts];
  const paragraphs = plain.split('\n').filter(Boolean);
  // A summary of its own says something; one taken from the text would stand there twice.
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

/** The title, as many paragraphs as have room, and the address, which always has. */
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
/** Less than this of a paragraph says nothing. */
const least = 40;

/** A text of at most so many units, cut between words and then marked; empty where there is no room for a meaningful part. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < least) return '';
  let cut = 0;
  for (const { index } of words.segment(text)) if (index <= limit - 1) cut = index;
  return `${text.slice(0, cut).trimEnd()}…`;
}

/** WhatsApp has no escape: a title with a star of its own stays as it is. */
function bold(title: string): string {
  return title.includes('*') ? title : `*${title}*`;
}
