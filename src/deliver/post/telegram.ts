import type { TelegramChannel } from '#schema/outbox.ts';
import type { Channel, Message } from './channel.ts';
import { postOnce } from './http.ts';

/** Telegram's limit for a message, in UTF-16 code units of the visible text (core.telegram.org/bots/api#sendmessage). */
const limit = 4096;

/**
 * Sends messages to a channel of Telegram: title, summary and address. The Bot API is one request; a library for bots
 * would bring what answers to people.
 */
export function telegramSender(
  { chat, server = 'https://api.telegram.org' }: TelegramChannel,
  token: string,
): Channel['send'] {
  const base = server.replace(/\/$/u, '');
  return (message) =>
    postOnce(
      `${base}/bot${token}/sendMessage`,
      {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          chat_id: chat,
          text: telegramText(message),
          parse_mode: 'HTML',
        }),
      },
      `${base}/bot…/sendMessage`,
    );
}

/** Telegram's HTML: the title is bold, and the address always fits. */
export function telegramText({ title, summary, url }: Message): string {
  const head = cut(title, limit - url.length - 2);
  const rest = cut(summary, limit - url.length - head.length - 4);
  return [`<b>${escaped(head)}</b>`, ...(rest ? [escaped(rest)] : []), escaped(url)].join('\n\n');
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most < 2) return '';
  // Never between the two halves of a letter.
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()}…`;
}

/** The three characters that Telegram's HTML asks to escape. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
