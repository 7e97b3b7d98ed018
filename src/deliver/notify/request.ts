/** What an address answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** In milliseconds: a server that hangs must not hang the one who publishes. */
const patience = 30_000;

/** Asks an address, past the caches on the way.
 * @returns what it answered, or why it did not */
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
