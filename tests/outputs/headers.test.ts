import { expect, test } from 'vitest';
import { contentType, headersOf } from '#outputs/headers.ts';

test.each([
  ['/kk/index.html', 'text/html; charset=utf-8'],
  ['/kk/rss.xml', 'application/xml; charset=utf-8'],
  ['/kk/feed.json', 'application/feed+json; charset=utf-8'],
  ['/kk/calendar.ics', 'text/calendar; charset=utf-8'],
  ['/kk/news/2026/x/data.CSV', 'text/csv; charset=utf-8'],
  ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/api/news.json', 'application/json; charset=utf-8'],
  ['/kk/news/2026/x/film.vtt', 'text/vtt; charset=utf-8'],
  ['/_astro/page.js', 'text/javascript; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/_images/emblem.svg', 'image/svg+xml; charset=utf-8'],
  ['/kk/news/2026/x/film.mp4', 'video/mp4'],
  ['/kk/news/2026/x/plan.pdf', 'application/pdf'],
  ['/_search/wasm.kk.pagefind', 'application/octet-stream'],
  ['/LICENSE', 'application/octet-stream'],
])('%s is %s', (path, type) => expect(contentType(path)).toBe(type));

test.each([
  ['/api/announcements/2026/x.json', '*'],
  ['/kk/topics/x/atom.xml', '*'],
  ['/kk/feed.json', '*'],
  ['/kk/calendar.ics', '*'],
  ['/kk/index.html', undefined],
  ['/kk/news/2026/x/plan.pdf', undefined],
])('scripts of other sites may read %s: %s', (path, origin) =>
  expect(headersOf(path)['Access-Control-Allow-Origin']).toBe(origin),
);

test.each([
  ['/kk/search/', true],
  ['/pt-BR/search/index.html', true],
  ['/kk/', false],
  ['/kk/news/2026/search/', false],
  ['/_search/pagefind.js', false],
  ['', false],
])('%s may compile WebAssembly: %s', (path, may) =>
  expect(headersOf(path)['Content-Security-Policy']!.includes("'wasm-unsafe-eval'")).toBe(may),
);

test.each([
  ['/kk/news/2026/x/plan.pdf', true],
  ['/kk/news/2026/x/DATA.CSV', true],
  ['/kk/about/form.docx', true],
  ['/kk/news/2026/x/film.mp4', false],
  ['/kk/calendar.ics', false],
  ['/robots.txt', false],
  ['/kk/news/2026/x/pdf', false],
])('%s is saved, not shown: %s', (path, saved) =>
  expect(headersOf(path)['Content-Disposition']).toBe(saved ? 'attachment' : undefined),
);
