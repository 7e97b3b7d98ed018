import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notifyOf } from '#deliver/notify/notify-all.ts';
import { isFault } from '#deliver/notify/notify-result.ts';
import { writeState } from '#release/state-files.ts';
import type { ReleaseChanges } from '#history/release-state.ts';
import { makePlaces } from '../send/sites.ts';

const places = makePlaces();
afterAll(places.remove);

const built = '2026-01-22T05:00:00.000Z';
const headers = {
  'Content-Security-Policy': 'x',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'x',
  'Permissions-Policy': 'x',
  'Cache-Control': 'no-cache',
};

/** What the public address answers: path → status, type and text. All else is not there. */
let site: Record<string, [status: number, type: string, body?: string]>;
/** What search engines and the hub were sent, and what they answer. */
let told: Array<{ url: string; type: string; body: string }>;
let answers: number;
let sent: Record<string, string>;
let server: Server;
let origin: string;

beforeEach(async () => {
  site = {
    '/': [200, 'text/html'],
    '/sitemap.xml': [200, 'application/xml'],
    '/robots.txt': [200, 'text/plain'],
    '/api/announcements.json': [200, 'application/json'],
    '/_state/pages.json': [
      200,
      'application/json',
      JSON.stringify({ format: 1, built, pages: {} }),
    ],
    '/kk/news/2026/road/': [200, 'text/html'],
    '/kk/rss.xml': [200, 'application/xml'],
  };
  told = [];
  answers = 202;
  sent = headers;
  server = createServer(async (request, response) => {
    const url = request.url!;
    if (request.method === 'POST') {
      told.push({ url, type: request.headers['content-type']!, body: await text(request) });
      response.writeHead(answers).end();
      return;
    }
    const [status, type, body = ''] = site[url] ?? [404, 'text/html'];
    response.writeHead(status, { ...sent, 'Content-Type': type }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => void server.close());

function notify(part: Partial<ReleaseChanges> = {}, gone: readonly string[] = []) {
  const folder = places.place();
  const news: ReleaseChanges = {
    format: 1,
    url: origin,
    hub: `${origin}hub`,
    indexNowKey: '0123456789abcdef',
    changed: [`${origin}kk/news/2026/road/`],
    feeds: [`${origin}kk/rss.xml`],
    ...part,
  };
  writeState(
    { publicFolder: join(folder, 'public'), stateFolder: join(folder, 'state') },
    { ledger: new Map(), schedule: { format: 1, built, moments: [] }, news },
  );
  return notifyOf(join(folder, 'state'), `${origin}indexnow`, gone);
}

describe('a site that is public as it was published', () => {
  test('search engines and the hub are told, once each', async () => {
    expect(await notify()).toEqual([
      { id: 'told', url: `${origin}indexnow`, count: 1 },
      { id: 'told', url: `${origin}hub`, count: 1 },
    ]);
    const [search, hub] = told;
    expect(search!.type).toBe('application/json; charset=utf-8');
    expect(JSON.parse(search!.body)).toEqual({
      host: new URL(origin).host,
      key: '0123456789abcdef',
      keyLocation: `${origin}0123456789abcdef.txt`,
      urlList: [`${origin}kk/news/2026/road/`],
    });
    expect(Object.fromEntries(new URLSearchParams(hub!.body))).toMatchObject({
      'hub.mode': 'publish',
      'hub.url': `${origin}kk/rss.xml`,
    });
  });
  test('search engines are told of removed pages, which the state does not name', async () => {
    const gone = `${origin}kk/news/2026/gone/`;
    await notify({}, [gone]);
    expect((JSON.parse(told[0]!.body) as { urlList: string[] }).urlList).toEqual([
      `${origin}kk/news/2026/road/`,
      gone,
    ]);
  });
  test('nobody is told where nobody is named, and of nothing when nothing changed', async () => {
    expect(await notify({ hub: undefined, indexNowKey: undefined })).toEqual([]);
    expect(await notify({ changed: [], feeds: [] })).toEqual([]);
    expect(told).toEqual([]);
  });
  test('many addresses go in messages of ten thousand', async () => {
    const changed = Array.from(
      { length: 10_001 },
      (_, index) => `${origin}kk/news/2026/${index === 0 ? 'road' : index}/`,
    );
    for (const page of changed.slice(0, 5)) site[new URL(page).pathname] = [200, 'text/html'];
    expect(
      (await notify({ changed, hub: undefined })).map(
        (outcome) => 'count' in outcome && outcome.count,
      ),
    ).toEqual([10_000, 1]);
  });
  test('a page of which only the reason is left may say so with 410', async () => {
    site['/kk/news/2026/road/'] = [410, 'text/html'];
    expect((await notify()).filter(isFault)).toEqual([]);
  });
  test('headers that are missing are told, and are no fault', async () => {
    const { 'Content-Security-Policy': policy, ...others } = headers;
    sent = others;
    const outcomes = await notify();
    expect(outcomes).toContainEqual({
      id: 'no-header',
      url: origin,
      header: 'Content-Security-Policy',
    });
    expect(outcomes.filter(isFault)).toEqual([]);
  });
  test('who could not be told is told of, and is no fault', async () => {
    answers = 403;
    const outcomes = await notify();
    expect(outcomes).toEqual([
      { id: 'not-told', url: `${origin}indexnow`, detail: 'HTTP 403' },
      { id: 'not-told', url: `${origin}hub`, detail: 'HTTP 403' },
    ]);
    expect(outcomes.filter(isFault)).toEqual([]);
  });
  test('a hub that is not there is asked once', async () => {
    const outcomes = await notify({
      hub: 'http://127.0.0.1:1/',
      feeds: [`${origin}kk/rss.xml`, `${origin}kk/rss.xml`],
      indexNowKey: undefined,
    });
    expect(outcomes).toEqual([
      { id: 'not-told', url: 'http://127.0.0.1:1/', detail: expect.stringMatching(/\S/u) },
    ]);
  });
});

describe('a site that readers do not get as it was published: nobody is told of it', () => {
  test.each<[string, () => void, object]>([
    [
      'another release is public',
      () =>
        (site['/_state/pages.json'] = [
          200,
          'application/json',
          JSON.stringify({ format: 1, built: '2026-01-01T00:00:00.000Z', pages: {} }),
        ]),
      { id: 'old' },
    ],
    ['no release is public', () => delete site['/_state/pages.json'], { id: 'no-answer' }],
    [
      'a page is missing',
      () => delete site['/kk/news/2026/road/'],
      { id: 'status', status: 404, wanted: 200 },
    ],
    [
      'a page that does not exist is shown',
      () => (site['/this-page-does-not-exist/'] = [200, 'text/html']),
      { id: 'status', status: 200, wanted: 404 },
    ],
    [
      'a page leads elsewhere',
      () => (site['/'] = [302, 'text/html']),
      { id: 'status', status: 302, wanted: 200 },
    ],
    [
      'a page is sent as a download',
      () => (site['/kk/news/2026/road/'] = [200, 'application/octet-stream']),
      { id: 'type', type: 'application/octet-stream', wanted: 'text/html' },
    ],
    [
      'a feed is sent as a page',
      () => (site['/kk/rss.xml'] = [200, 'text/html']),
      { id: 'type', type: 'text/html', wanted: 'application/xml' },
    ],
  ])('%s', async (_, spoil, fault) => {
    spoil();
    const outcomes = await notify();
    expect(outcomes).toContainEqual(expect.objectContaining(fault));
    expect(outcomes.some(isFault)).toBe(true);
    expect(told).toEqual([]);
  });
  test('nobody answers', async () => {
    server.close();
    server.closeAllConnections();
    expect(await notify()).toEqual([expect.objectContaining({ id: 'no-answer' })]);
  });
});
