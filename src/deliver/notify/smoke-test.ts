import { contentType, securityHeaders } from '#outputs/headers.ts';
import type { ReleaseChanges } from '#history/release-state.ts';
import { isUnusableState, whyUnusable } from '#history/unusable-state.ts';
import { fetchPages } from '#release/state-files.ts';
import { firstOf } from '#lang/lookup.ts';
import { ask } from './request.ts';
import type { NotifyResult } from './notify-result.ts';

/** The maximum number of changed pages, and of feeds, to check. */
const most = 5;

/** Addresses that every site has, and the status that they must return. */
const always = {
  '': 200,
  'sitemap.xml': 200,
  'robots.txt': 200,
  'api/announcements.json': 200,
  'this-page-does-not-exist/': 404,
} as const;

/**
 * Checks the public address of a site as a reader would see it: whether it is the published release, whether some of
 * its pages and feeds respond, and with which headers. Pages of removed announcements may return 410.
 * @param built the moment as of which the release was built
 */
export async function smokeCheck(
  { url, changed, feeds }: ReleaseChanges,
  built: string,
): Promise<NotifyResult[]> {
  const old = await publicRelease(url, built);
  if (old) return [old];
  const wanted = [
    ...Object.entries(always).map(([path, status]) => [`${url}${path}`, status] as const),
    ...[...changed.slice(0, most), ...feeds.slice(0, most)].map((page) => [page, 200] as const),
  ];
  const outcomes = await Promise.all(wanted.map(([page, status]) => look(page, url, status)));
  return [...outcomes.flat(), ...(await missingHeaders(url))];
}

async function publicRelease(url: string, built: string): Promise<NotifyResult | undefined> {
  try {
    return (await fetchPages(url)).built === built ? undefined : { id: 'old', url };
  } catch (error) {
    if (!isUnusableState(error)) throw error;
    const { place, detail } = whyUnusable(error);
    return { id: 'no-answer', url: place, detail };
  }
}

async function look(page: string, url: string, wanted: number): Promise<NotifyResult[]> {
  const answer = await ask(page);
  if (typeof answer === 'string') return [{ id: 'no-answer', url: page, detail: answer }];
  const isGone = answer.status === 410 && wanted === 200 && page.endsWith('/') && page !== url;
  if (answer.status !== wanted && !isGone)
    return [{ id: 'status', url: page, status: answer.status, wanted }];
  const path = `/${page.slice(url.length)}`;
  const type = firstOf(contentType(path.endsWith('/') ? `${path}index.html` : path).split(';'));
  const sent = answer.headers.get('content-type')?.split(';')[0] ?? '';
  // Hosts serve XML feeds under either media type.
  const isRight =
    sent === type ||
    (type === 'application/xml' && /^(?:text|application)\/(?:[\w.]+\+)?xml$/u.test(sent));
  return isRight ? [] : [{ id: 'type', url: page, type: sent || '—', wanted: type }];
}

/** Some hosts, such as GitHub Pages, send none of our headers. This is worth reporting, but it is not a fault. */
async function missingHeaders(url: string): Promise<NotifyResult[]> {
  const answer = await ask(url);
  if (typeof answer === 'string') return [];
  return Object.keys(securityHeaders)
    .filter((name) => !answer.headers.has(name))
    .map((header) => ({ id: 'no-header', url, header }));
}
