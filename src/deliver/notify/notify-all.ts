import { readNews, readSchedule } from '#release/state-files.ts';
import { indexNow, tellSearchEngines } from './submit-index-now.ts';
import { isFault, type NotifyResult } from './notify-result.ts';
import { smokeCheck } from './smoke-test.ts';
import { tellHub } from './web-sub.ts';

/**
 * Checks the public address of a release. If readers get the release there, notifies search engines and hubs of what
 * is new.
 * @param stateFolder absolute path of the `state` folder of the release
 * @param endpoint IndexNow address to notify
 * @param gone absolute addresses of removed pages, for search engines. The state does not name them
 * @throws {UserError} if the state does not say what is new
 */
export async function notifyOf(
  stateFolder: string,
  endpoint: string = indexNow,
  gone: readonly string[] = [],
): Promise<NotifyResult[]> {
  const news = readNews(stateFolder);
  const seen = await smokeCheck(news, readSchedule(stateFolder).built);
  // Do not announce pages that are not there.
  if (seen.some(isFault)) return seen;
  const changed = [...new Set([...news.changed, ...gone])];
  return [
    ...seen,
    ...(await tellSearchEngines({ ...news, changed }, endpoint)),
    ...(await tellHub(news)),
  ];
}
