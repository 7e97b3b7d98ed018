import type { ReleaseChanges } from '#history/release-state.ts';
import { ask } from './request.ts';
import type { NotifyResult } from './notify-result.ts';

/**
 * Notifies the hub of a site of the feeds that have changed. WebSub leaves the form of this request to hubs; all of
 * them accept this one. Does nothing if the site has no hub.
 */
export async function tellHub({ hub, feeds }: ReleaseChanges): Promise<NotifyResult[]> {
  if (!hub || feeds.length === 0) return [];
  const failures: string[] = [];
  for (const feed of feeds) {
    const answer = await ask(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }),
    });
    if (typeof answer === 'string') failures.push(answer);
    else if (answer.status < 200 || answer.status > 299) failures.push(`HTTP ${answer.status}`);
    // A hub that does not respond will not respond for the next feed either.
    if (typeof answer === 'string') break;
  }
  return failures.length > 0
    ? [{ id: 'not-told', url: hub, detail: [...new Set(failures)].join('; ') }]
    : [{ id: 'told', url: hub, count: feeds.length }];
}
