import { createHmac } from 'node:crypto';
import type { WebhookChannel } from '#schema/outbox.ts';
import type { Channel } from './channel.ts';
import { postOnce } from './http.ts';

/**
 * Posts messages as JSON to an address. `X-Jarshy-Signature` is `sha256=` and the HMAC of the body with the secret, in
 * hexadecimal; `X-Jarshy-Delivery` is the same for the same message, so that a receiver notices a repetition.
 */
export function webhookSender({ url, name }: WebhookChannel, secret: string): Channel['send'] {
  return (message) => {
    const body = JSON.stringify({ format: 1, ...message });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return postOnce(
      url,
      {
        headers: {
          'Content-Type': 'application/json',
          'X-Jarshy-Signature': `sha256=${signature}`,
          'X-Jarshy-Delivery': `${name}/${message.text}`,
        },
        body,
      },
      new URL(url).origin,
    );
  };
}
