import { readNews, readSchedule } from '#release/state-files.ts';
import { indexNow, tellSearchEngines } from './submit-index-now.ts';
import { isFault, type NotifyResult } from './notify-result.ts';
import { smokeCheck } from './smoke-test.ts';
import { tellHub } from './web-sub.ts';

/**
 * Looks at the public address of a release, and when readers get it there, tells search engines and hubs what is new.
 * @param stateFolder absolute; the `state` of the release
 * @throws {UserError} when it does not say what is new
 */
export async function notifyOf(
  stateFolder: string,
  endpoint: string = indexNow,
): Promise<NotifyResult[]> {
  const news = readNews(stateFolder);
  const seen = await smokeCheck(news, readSchedule(stateFolder).built);
  // Nobody is sent to pages that are not there.
  if (seen.some(isFault)) return seen;
  return [...seen, ...(await tellSearchEngines(news, endpoint)), ...(await tellHub(news))];
}
