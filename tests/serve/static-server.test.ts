import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '#outputs/headers.ts';
import { serveFolder, type Served } from '#serve/static-server.ts';

const files = {
  'site/index.html': '<p>languages',
  'site/404.html': '<p>not here',
  'site/kk/news/2026/x/index.html': '<p>хабарлама',
  'site/kk/news/2026/x/план № 5, 100% #1?.pdf': 'pdf',
  'site/kk/news/2025/list/index.html': '<p>why',
  'site/kk/rss.xml': '<rss/>',
  'site/_astro/a.B1.css': 'p{}',
  'site/_images/a.B1.jpg': 'jpg',
  'site-secret.txt': 'secret',
  'secret.txt': 'secret',
};

let folder: string;
let atRoot: Served;
let below: Served;

beforeAll(async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'static-server-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(temporary, path)), { recursive: true });
    writeFileSync(join(temporary, path), content);
  }
  folder = join(temporary, 'site');
  atRoot = await serveFolder({ folder, base: '/' });
  below = await serveFolder({
    folder,
    base: '/press/',
    moved: new Map([['/press/kk/old/', '/press/kk/news/2026/x/']]),
    gone: new Map([
      ['/press/kk/news/2025/gone/', '/press/kk/news/2025/list/'],
      ['/press/gone.html', '/press/kk/news/2025/list/'],
    ]),
  });
});

afterAll(async () => {
  await Promise.all([atRoot.close(), below.close()]);
  rmSync(dirname(folder), { recursive: true });
});

/** An answer to exactly this path: `fetch` would tidy it first. */
function get({ url }: Served, path: string, method = 'GET', headers = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (done, failed) => {
      request(
        { port: new URL(url).port, host: '127.0.0.1', path, method, headers },
        async (response) => {
          done({
            status: response.statusCode!,
            headers: response.headers,
            body: await text(response),
          });
        },
      )
        .on('error', failed)
        .end();
    },
  );
}

describe('a preview, which shows drafts', () => {
  let preview: Served;
  beforeAll(async () => void (preview = await serveFolder({ folder, base: '/', isPreview: true })));
  afterAll(() => preview.close());
  const port = () => new URL(preview.url).port;

  test.each(['127.0.0.1', 'localhost', '[::1]'])('is shown to this machine: %s', async (name) =>
    expect(await get(preview, '/', 'GET', { Host: `${name}:${port()}` })).toMatchObject({
      status: 200,
    }),
  );
  test.each([
    'press.example.org',
    '127.0.0.1.example.org',
    'localhost.example.org:80',
    '192.168.1.5',
  ])('is shown under no other name: %s', async (Host) =>
    expect(await get(preview, '/', 'GET', { Host })).toMatchObject({ status: 421, body: '' }),
  );
  test('cannot be read by pages of other sites, the feeds included', async () => {
    const open = 'access-control-allow-origin';
    expect((await get(atRoot, '/kk/rss.xml')).headers[open]).toBe('*');
    expect((await get(preview, '/kk/rss.xml')).headers[open]).toBeUndefined();
  });
});

describe('addresses', () => {
  test.each([
    ['/', 200, '<p>languages'],
    ['/kk/news/2026/x/', 200, '<p>хабарлама'],
    ['/kk/news/2026/x/?utm=1', 200, '<p>хабарлама'],
    ['/kk/news/2026/x/index.html', 200, '<p>хабарлама'],
    [`/kk/news/2026/x/${encodeURIComponent('план № 5, 100% #1?.pdf')}`, 200, 'pdf'],
    ['/kk/news/2026/y/', 404, '<p>not here'],
    ['/404', 404, '<p>not here'],
    ['/kk/rss.xml/', 404, '<p>not here'],
    ['/kk/', 404, '<p>not here'],
    ['/%', 404, '<p>not here'],
    ['/%00', 404, '<p>not here'],
  ])('%s: %i', async (path, status, body) => {
    expect(await get(atRoot, path)).toMatchObject({ status, body });
  });

  test.each([
    ['/kk/news/2026/x', '/kk/news/2026/x/'],
    ['/kk/news/2026/x?q=%D2%9B', '/kk/news/2026/x/?q=%D2%9B'],
  ])('%s leads to %s', async (path, location) => {
    expect(await get(atRoot, path)).toMatchObject({ status: 301, headers: { location } });
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/kk/..%2f..%2f..%2fsecret.txt',
    '/../site-secret.txt',
    '//kk/news',
    '/\\kk/news',
  ])('%s does not lead out of the site', async (path) => {
    expect(await get(atRoot, path)).toMatchObject({ status: 404, body: '<p>not here' });
  });

  test.each([
    ['/press/', 200, undefined],
    ['/press/kk/rss.xml', 200, undefined],
    ['/press', 301, '/press/'],
    ['/press/kk', 301, '/press/kk/'],
    ['/press/kk/old/', 301, '/press/kk/news/2026/x/'],
    ['/', 404, undefined],
    ['/kk/rss.xml', 404, undefined],
    ['/pressed/', 404, undefined],
  ])('under a base, %s: %i', async (path, status, location) => {
    const answer = await get(below, path);
    expect([answer.status, answer.headers['location']]).toEqual([status, location]);
  });

  test.each(['/press/kk/news/2025/gone/', '/press/kk/news/2025/gone/list.pdf', '/press/gone.html'])(
    'of what was removed, there is only the reason: %s',
    async (path) => {
      const answer = await get(below, path);
      expect(answer).toMatchObject({
        status: 410,
        body: '<p>why',
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      });
      expect(answer.headers).not.toHaveProperty('content-disposition');
    },
  );

  test('the address that is given back works', async () => {
    expect(below.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/press\/$/u);
    expect(await (await fetch(below.url)).text()).toBe('<p>languages');
  });
});

describe('headers', () => {
  test.each([
    ['/kk/news/2026/x/', 'no-cache'],
    ['/kk/rss.xml', 'no-cache'],
    ['/_astro/a.B1.css', 'public, max-age=31536000, immutable'],
    ['/_images/a.B1.jpg', 'public, max-age=31536000, immutable'],
    ['/_images/missing.jpg', 'no-cache'],
  ])('%s is kept: %s', async (path, value) => {
    expect((await get(atRoot, path)).headers['cache-control']).toBe(value);
  });

  test.each(['/', '/missing/', '/kk', '/_astro/a.B1.css'])(
    '%s comes with the security headers',
    async (path) => {
      const lowerCase = Object.fromEntries(
        Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
      );
      expect((await get(atRoot, path)).headers).toMatchObject(lowerCase);
    },
  );

  test.each([
    [`/kk/news/2026/x/${encodeURIComponent('план № 5, 100% #1?.pdf')}`, 'attachment'],
    ['/kk/news/2026/x/', undefined],
    ['/kk/news/2026/x/missing.pdf', undefined],
  ])('%s is shown or saved: %s', async (path, value) => {
    expect((await get(atRoot, path)).headers['content-disposition']).toBe(value);
  });

  test('what has not changed is not sent again', async () => {
    const etag = (await get(atRoot, '/kk/rss.xml')).headers['etag'];
    expect(await get(atRoot, '/kk/rss.xml', 'GET', { 'If-None-Match': etag })).toMatchObject({
      status: 304,
      body: '',
    });
  });

  test('a part of a file can be asked for, as players of video do', async () => {
    expect(await get(atRoot, '/kk/rss.xml', 'GET', { Range: 'bytes=1-3' })).toMatchObject({
      status: 206,
      body: 'rss',
    });
  });

  test('HEAD has headers and no body', async () => {
    expect(await get(atRoot, '/kk/rss.xml', 'HEAD')).toMatchObject({
      status: 200,
      headers: { 'content-length': '6' },
      body: '',
    });
    expect(await get(atRoot, '/missing/', 'HEAD')).toMatchObject({
      status: 404,
      headers: { 'content-length': '11' },
      body: '',
    });
  });

  test('nothing can be written', async () => {
    expect(await get(atRoot, '/', 'POST')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});

test('a port that is taken is named', async () => {
  const port = Number(new URL(atRoot.url).port);
  await expect(serveFolder({ folder, base: '/', port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is used by another program; stop that one, or name another port.`,
  );
});

test('a closed server gives its port back', async () => {
  const first = await serveFolder({ folder, base: '/' });
  await first.close();
  const second = await serveFolder({ folder, base: '/', port: Number(new URL(first.url).port) });
  await second.close();
});
