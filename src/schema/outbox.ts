import { z } from 'zod';
import { email, line, matching, webAddress } from './fields.ts';

/** A line of `outbox/journal.jsonl` beside the releases: what became of a message. */
export const postedLine = z.strictObject({
  text: z.string().describe('<year>/<slug>/<locale>'),
  channel: z.string(),
  state: z.enum(['sending', 'sent', 'refused', 'skipped']),
  at: z.iso.datetime(),
});
export type PostedLine = z.output<typeof postedLine>;

/** The name of an environment variable. Secrets do not stand in files. */
const variable = matching(/^[A-Z][A-Z0-9_]*$/u, 'TELEGRAM_TOKEN');

const common = {
  /** Permanent: what was sent is noted under it. */
  name: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'channel-kk'),
  language: line,
};

const telegram = z.strictObject({
  ...common,
  /** `@name` of the channel, or the number of a chat. */
  chat: matching(/^(?:@\w{4,}|-?\d+)$/u, '@press_kk'),
  /** The variable with the token of the bot. */
  token: variable,
  /** The address of an API server of one's own. */
  server: webAddress.optional(),
});

const mail = z.strictObject({
  ...common,
  from: email,
  /** A file with an address in each line, beside this one. */
  list: matching(/^[^/\\]+$/u, 'journalists.txt'),
  /** The variable with the address of the server: `smtps://user:password@mail.example.org`. */
  server: variable,
});

const webhook = z.strictObject({
  ...common,
  url: webAddress,
  /** The variable with the secret that signs each request. */
  secret: variable,
});

/** `channels.yaml`: where messages go. It lies outside the content, because it names readers. */
export const channelsFile = z
  .strictObject({
    telegram: z.array(telegram),
    mail: z.array(mail),
    webhooks: z.array(webhook),
  })
  .partial();

export type TelegramChannel = z.output<typeof telegram>;
export type MailChannel = z.output<typeof mail>;
export type WebhookChannel = z.output<typeof webhook>;
