import type { IncomingMessage } from 'node:http';

/** The part of a request that says where it comes from. */
export type Caller = Pick<IncomingMessage, 'method'> & {
  readonly headers: Pick<IncomingMessage['headers'], 'host' | 'origin'>;
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Whether a request may be answered: from this machine, under a name of this machine (or else a foreign page could have
 * its own name lead here: DNS rebinding), and what changes something only when a page of the desk itself asks for it.
 */
export function isOurs({ method, headers, socket }: Caller): boolean {
  const fromHere = /^(?:127\.|::1$|::ffff:127\.)/u.test(socket.remoteAddress ?? '');
  const named = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(headers.host ?? '');
  if (!fromHere || !named) return false;
  if (method === 'GET' || method === 'HEAD')
    return headers.origin === undefined || headers.origin === `http://${headers.host}`;
  return method === 'POST' && headers.origin === `http://${headers.host}`;
}
