import type { ReleaseChanges } from '#history/release-state.ts';
import { ask } from './request.ts';
import type { NotifyResult } from './notify-result.ts';

/** The search engines that take part share submissions (indexnow.org). */
export const indexNow = 'https://api.indexnow.org/indexnow';

/** The maximum number of addresses in one request. */
const most = 10_000;

/**
 * Notifies search engines of the pages that have changed. Does nothing if the site has no key.
 * @param endpoint IndexNow address to notify
 */
export async function tellSearchEngines(
  { url, indexNowKey, changed }: ReleaseChanges,
  endpoint: string,
): Promise<NotifyResult[]> {
  if (!indexNowKey || changed.length === 0) return [];
  const outcomes: NotifyResult[] = [];
  for (let start = 0; start < changed.length; start += most) {
    const urlList = changed.slice(start, start + most);
    const body = JSON.stringify({
      host: new URL(url).host,
      key: indexNowKey,
      keyLocation: `${url}${indexNowKey}.txt`,
      urlList,
    });
    const answer = await ask(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body,
    });
    const isTold = typeof answer !== 'string' && (answer.status === 200 || answer.status === 202);
    outcomes.push(
      isTold
        ? { id: 'told', url: endpoint, count: urlList.length }
        : {
            id: 'not-told',
            url: endpoint,
            detail: typeof answer === 'string' ? answer : `HTTP ${answer.status}`,
          },
    );
  }
  return outcomes;
}
