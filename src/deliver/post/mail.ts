import { createTransport } from 'nodemailer';
import type { MailChannel } from '#schema/outbox.ts';
import type { Channel, Sent } from './channel.ts';

/** How to reach the readers of a channel. */
export interface Mailing {
  /** The address of the server, with its secret: `smtps://user:password@mail.example.org`. */
  readonly server: string;
  readonly addresses: readonly string[];
}

/** How long a mail server may take, in milliseconds. */
const patience = 30_000;

/**
 * Sends messages to a list of addresses, as blind copies: no reader sees the others. One message for the whole list, so
 * that it is sent to all or to none.
 */
export function mailSender({ from }: MailChannel, { server, addresses }: Mailing): Channel['send'] {
  return async ({ title, summary, url, language, text }): Promise<Sent> => {
    const transport = createTransport({
      url: server,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    });
    try {
      await transport.sendMail({
        from,
        to: from,
        bcc: [...addresses],
        subject: title,
        text: `${title}\n\n${summary}\n\n${url}\n`,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
        // The same for the same text: a mail program shows a repetition once.
        messageId: `<${text.replaceAll('/', '.')}@${new URL(url).hostname}>`,
      });
      return { state: 'sent' };
    } catch (error) {
      const { code, responseCode, message, command } = error as Error & {
        readonly code?: string;
        readonly responseCode?: number;
        readonly command?: string;
      };
      // With an answer of the server, or before anything was handed over, it is certain that it was not taken.
      const isCertain =
        responseCode !== undefined ||
        code === 'EDNS' ||
        code === 'EAUTH' ||
        code === 'EENVELOPE' ||
        command === 'CONN';
      return { state: isCertain ? 'refused' : 'unknown', detail: message };
    } finally {
      transport.close();
    }
  };
}
