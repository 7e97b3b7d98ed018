import type { Sent } from './channel.ts';

/** How long a service may take, in milliseconds. */
const patience = 30_000;

/** Failures before anything was handed over (Node's and undici's codes). */
const before: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/**
 * Posts to a service, once.
 * @param shown the address as it may be shown: without a secret
 */
export async function postOnce(url: string, request: RequestInit, shown: string): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...request,
    });
    const said = (await response.text()).slice(0, 300);
    if (response.ok) return { state: 'sent' };
    // A server that fails may have done the work.
    return {
      state: response.status >= 500 ? 'unknown' : 'refused',
      detail: `${shown}: HTTP ${response.status} ${said}`,
    };
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    return {
      state: before.has(cause?.code ?? '') ? 'refused' : 'unknown',
      detail: `${shown}: ${cause?.message ?? (error as Error).message}`,
    };
  }
}
