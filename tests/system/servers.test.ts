import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { contentType, headersOf } from '#outputs/headers.ts';
import { serveFolder } from '#serve/static-server.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { filesIn } from '../sites/site.ts';
import { ask, type Answer } from './ask.ts';
import { startCaddy, startNginx, type StartServer, type SystemServer } from './server.ts';

const folderOf = (name: string) => join(inject('sites'), name);

const removedAddresses = ['/kk/news/2026/list/', '/ru/news/2026/list/', '/ru/leaked-list/'];

/** The server of `npm start` keeps the same rules. */
const startOwn: StartServer = async ({ folder }) => {
  const [base, moved, gone] = folder.endsWith('mixed')
    ? ([
        '/',
        new Map([
          ['/ru/press-centre/', '/ru/archive/'],
          ['/ru/press/2019/road.html', '/ru/news/2026/road-repairs/'],
        ]),
        new Map([...removedAddresses].map((path) => [path, noticeAddress(path.slice(1, 3), path)])),
      ] as const)
    : ([
        '/press/',
        new Map([['/press/ru/old-archive/', '/press/ru/archive/']]),
        new Map<string, string>(),
      ] as const);
  const served = await serveFolder({ folder, base, moved, gone });
  return { port: Number(new URL(served.url).port), stop: () => served.close() };
};

describe.each<[string, StartServer]>([
  ['nginx', startNginx],
  ['caddy', startCaddy],
  ['npm start', startOwn],
])('%s', (name, start) => {
  let atRoot: SystemServer;
  let below: SystemServer;

  beforeAll(async () => {
    atRoot = await start({ folder: folderOf('mixed') });
    below = await start({ folder: folderOf('base-path') });
  });
  afterAll(async () => {
    await Promise.all([atRoot?.stop(), below?.stop()]);
  });
  const get = (path: string, headers = {}, method = 'GET') =>
    ask(atRoot.port, path, headers, method);

  const site = filesIn(folderOf('mixed')).filter(
    (file) => !/\.(?:br|gz)$|^\/_(?:headers|redirects)$/u.test(file),
  );
  const oneOfEachEnding = [...Map.groupBy(site, (file) => file.replace(/^.*\./u, '')).values()].map(
    ([first]) => first!,
  );
  const pages = oneOfEachKind(
    site
      .filter((file) => file.endsWith('/index.html'))
      .map((file) => file.slice(0, -'index.html'.length)),
  );

  /** All that a header rule says, and the type, is what came. */
  function expectHeaders(answer: Answer, path: string, type: string): void {
    const expected = { ...headersOf(path), 'Content-Type': type };
    for (const [header, value] of Object.entries(expected))
      expect([path, header, answer.headers[header.toLowerCase()]]).toEqual([path, header, value]);
    if (!('Content-Disposition' in expected))
      expect([path, answer.headers['content-disposition']]).toEqual([path, undefined]);
  }

  test('the site was read', () => {
    expect(oneOfEachEnding.length).toBeGreaterThan(12);
    expect(pages.length).toBeGreaterThan(15);
  });

  test('every kind of file comes whole, with its headers and its type', async () => {
    for (const path of oneOfEachEnding) {
      const answer = await get(encodeURI(path));
      expect([
        path,
        answer.status,
        answer.bytes.equals(readFileSync(folderOf('mixed') + path)),
      ]).toEqual([path, 200, true]);
      expectHeaders(answer, path, contentType(path));
    }
  });

  test('every kind of page comes with its headers and its type', async () => {
    for (const path of pages.filter(
      (page) => !/press-centre|eski-jol|road\.html|leaked/u.test(page),
    )) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expectHeaders(answer, path, 'text/html; charset=utf-8');
    }
  });

  test.each([
    ['/kk/rss.xml', 'application/xml; charset=utf-8'],
    ['/kk/feed.json', 'application/feed+json; charset=utf-8'],
    ['/kk/calendar.ics', 'text/calendar; charset=utf-8'],
  ])('%s says that it is %s, and may be read by scripts of others', async (path, type) => {
    const { headers } = await get(path);
    expect(headers).toMatchObject({ 'content-type': type, 'access-control-allow-origin': '*' });
    expect(headers).not.toHaveProperty('content-disposition');
  });

  test('an attachment is to be saved, whatever its name', async () => {
    const answer = await get(`/kk/news/2026/road-repairs/${encodeURIComponent('кесте № 1.csv')}`);
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment',
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['/ru/press-centre/', '/ru/archive/'],
    ['/ru/press/2019/road.html', '/ru/news/2026/road-repairs/'],
    ['/ru/archive', '/ru/archive/'],
    ['/ru/archive?page=2', '/ru/archive/?page=2'],
  ])('%s leads to %s for ever', async (path, location) => {
    const answer = await get(path);
    // To a folder without its slash, Caddy has an answer of its own.
    const expected =
      name === 'caddy' && path.startsWith('/ru/archive') ? [308, '/ru/archive/'] : [301, location];
    expect([answer.status, answer.headers.location]).toEqual(expected);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  test.each([
    ...removedAddresses,
    '/ru/news/2026/list/needle-removed.pdf',
    '/ru/news/2026/list/a/b.html',
  ])('%s is gone, and says why', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(410);
    const removed = removedAddresses.find((address) => path.startsWith(address))!;
    const page = readFileSync(
      join(folderOf('mixed'), noticeAddress(removed.slice(1, 3), removed), 'index.html'),
    );
    expect(answer.bytes.equals(page)).toBe(true);
    expectHeaders(answer, '/kk/', 'text/html; charset=utf-8');
  });

  test.each([
    '/missing/',
    '/kk/missing.pdf',
    '/kk/news/2026/missing/plan.pdf',
    '/_images/missing.jpg',
    '/kk/news/2026/',
    '/kk/rss.xml/',
    '/_images/',
  ])('%s is nowhere: the page says so, and nobody keeps it', async (path) => {
    const answer = await get(path);
    expect([
      answer.status,
      answer.bytes.equals(readFileSync(join(folderOf('mixed'), '404.html'))),
    ]).toEqual([404, true]);
    expectHeaders(answer, '/404.html', 'text/html; charset=utf-8');
  });

  test.each([
    '/../secret',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/kk/..%5c..%5csecret',
    '/%00',
  ])('%s leads nowhere', async (path) => {
    expect([400, 404, 500]).toContain((await get(path)).status);
  });

  test('what has not changed is not sent again', async () => {
    for (const path of ['/kk/', '/kk/rss.xml', site.find((file) => file.endsWith('.css'))!]) {
      const { etag } = (await get(path)).headers;
      const again = await get(path, { 'If-None-Match': etag });
      expect([again.status, again.bytes.length, again.headers['cache-control']]).toEqual([
        304,
        0,
        headersOf(path)['Cache-Control'],
      ]);
    }
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('texts come compressed to those who ask for it: %s', async (encoding, unpack) => {
    for (const path of [
      '/kk/',
      '/kk/rss.xml',
      site.find((file) => /^\/_astro\/Search\.astro.*\.js$/u.test(file))!,
    ]) {
      const answer = await get(path, { 'Accept-Encoding': encoding });
      const file = join(folderOf('mixed'), path.endsWith('/') ? `${path}index.html` : path);
      expect([
        path,
        answer.headers['content-encoding'],
        unpack(answer.bytes).equals(readFileSync(file)),
      ]).toEqual([path, encoding, true]);
      expect(String(answer.headers.vary)).toContain('Accept-Encoding');
      expectHeaders(answer, path, contentType(file));
    }
    expect(
      (
        await get(
          site.find((file) => file.endsWith('.webp'))!,
          { 'Accept-Encoding': encoding },
        )
      ).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('a part of a film can be asked for', async () => {
    expect(
      (await get('/kk/news/2025/components/film.mp4', { Range: 'bytes=0-9' })).bytes.length,
    ).toBe(10);
  });

  test('nothing can be written', async () => {
    const answer = await get('/kk/', {}, 'POST');
    expect(answer.status).toBe(405);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': headersOf('/')['Content-Security-Policy'],
    });
  });

  test.each([
    ['/press/', 200, undefined],
    ['/press/ru/rss.xml', 200, undefined],
    ['/press', 301, '/press/'],
    ['/press/ru/old-archive/', 301, '/press/ru/archive/'],
    ['/press/missing/', 404, undefined],
    ['/pressed/', 404, undefined],
  ])('below a path, %s: %i', async (path, status, location) => {
    const answer = await ask(below.port, path);
    // What lies outside the path is somebody else's: Caddy answers 200 with nothing to what nobody has claimed.
    expect([answer.status, answer.headers.location]).toEqual([
      name === 'caddy' && path === '/pressed/' ? 200 : status,
      location,
    ]);
  });

  describe('what a reader without script has set', () => {
    const keep = '?low_vision=keep&size=large&colours=black';

    test('is kept in cookies of a few values, and leads back to the same page', async () => {
      const answer = await get(`/ru/archive/${keep}`);
      expect([answer.status, answer.headers.location, answer.headers['cache-control']]).toEqual([
        303,
        '.',
        'no-store',
      ]);
      expect(answer.headers['set-cookie']).toEqual([
        'view_size=large; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
        'view_colours=black; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
      ]);
    });

    test.each([
      ['//example.com/', '?low_vision=keep&size=large'],
      ['/%5cexample.com/', '?low_vision=keep&size=large'],
      ['/ru/', '?low_vision=keep&to=https://example.com/&size=large'],
      ['/ru/', '?low_vision=usual&size=https://example.com/'],
    ])('leads to no other host: %s%s', async (path, query) => {
      const answer = await get(path + query);
      expect(['.', undefined]).toContain(answer.headers.location);
      expect(JSON.stringify(answer.headers)).not.toContain('example.com');
    });

    test.each([
      'size=huge',
      'size=large%0d%0aX: y',
      'size=LARGE;Path=/',
      'colours=large',
      'other=large',
    ])('takes nothing that is not in the list: %s', async (query) => {
      const answer = await get(`/ru/?low_vision=keep&${query.replaceAll(' ', '%20')}`);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    test('is forgotten when asked', async () => {
      const answer = await get('/ru/?low_vision=usual&size=usual');
      expect((answer.headers['set-cookie'] as string[]).map((each) => each.split(';')[0])).toEqual([
        'view_size=',
        'view_colours=',
        'view_spacing=',
        'view_face=',
        'view_pictures=',
      ]);
    });

    test('chooses the style sheet, for this reader alone', async () => {
      const answer = await get('/prefs.css', {
        Cookie: 'a=b; view_colours=black; view_size=large; view_face=</style>',
      });
      expect([answer.status, answer.bytes.toString()]).toEqual([
        200,
        '@import url(./view/kept.css);@import url(./view/size-large.css);@import url(./view/colours-black.css);',
      ]);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'private, no-cache',
        vary: 'Cookie',
        'x-content-type-options': 'nosniff',
      });
      expect((await get('/prefs.css')).bytes.toString()).toBe('@import url(./view/kept.css);');
      for (const [, sheet] of answer.bytes.toString().matchAll(/url\(\.(?<sheet>[^)]+)\)/gu))
        expect((await get(sheet!)).status).toBe(200);
    });

    test('no other parameter is touched', async () =>
      expect((await get('/ru/?low_vision=no&size=large')).status).toBe(200));

    test('below a path, the cookies are of that path', async () => {
      const answer = await ask(below.port, `/press/ru/${keep}`);
      expect([answer.status, answer.headers['set-cookie']?.[0]]).toEqual([
        303,
        'view_size=large; Path=/press/; Max-Age=31536000; SameSite=Lax; HttpOnly',
      ]);
      expect(
        (await ask(below.port, '/press/prefs.css', { Cookie: 'view_size=large' })).bytes.toString(),
      ).toContain('@import url(./view/size-large.css);');
    });
  });

  test('below a path, headers and the page for lost addresses are the same', async () => {
    expectHeaders(
      await ask(below.port, '/press/ru/search/'),
      '/ru/search/',
      'text/html; charset=utf-8',
    );
    expectHeaders(
      await ask(below.port, '/press/ru/news/2026/water-1/plan.csv'),
      '/ru/news/2026/water-1/plan.csv',
      'text/csv; charset=utf-8',
    );
    const lost = await ask(below.port, '/press/missing.pdf');
    expect(lost.bytes.equals(readFileSync(join(folderOf('base-path'), '404.html')))).toBe(true);
  });
});
