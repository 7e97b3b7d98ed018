/** The response from an address. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Timeout in milliseconds, so that a hanging server does not block publishing. */
const patience = 30_000;

/**
 * Requests an address, bypassing the cache.
 * @returns the response, or the reason why there was none
 */
export async function ask(url: string, request: RequestInit = {}): Promise<HttpAnswer | string> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      ...request,
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    return ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
  }
}
