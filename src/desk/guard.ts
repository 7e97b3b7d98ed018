import type { IncomingMessage } from 'node:http';
import { namesThisMachine } from '#site/own-machine.ts';

/** The parts of a request that show where it comes from. */
export type Caller = Pick<IncomingMessage, 'method'> & {
  readonly headers: Pick<IncomingMessage['headers'], 'host' | 'origin'>;
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Whether the desk may answer a request. It must come from this machine and use a name of this machine as its host;
 * without the second check, a foreign page could point its own name here (DNS rebinding). A POST must also come from a
 * page of the desk itself.
 */
export function isOurs({ method, headers, socket }: Caller): boolean {
  const fromHere = /^(?:127\.|::1$|::ffff:127\.)/u.test(socket.remoteAddress ?? '');
  if (!fromHere || !namesThisMachine(headers.host)) return false;
  if (method === 'GET' || method === 'HEAD')
    return headers.origin === undefined || headers.origin === `http://${headers.host}`;
  return method === 'POST' && headers.origin === `http://${headers.host}`;
}
