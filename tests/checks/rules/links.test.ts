import { expect, test } from 'vitest';
import { links } from '#checks/rules/links.ts';
import { findings } from '../site.ts';

const target = '<html><h2 id="жоспар">…</h2></html>';

test.each([
  ['a page', '<a href="/press/kk/plan/">'],
  [
    'a place on a page, percent-encoded',
    '<a href="/press/kk/plan/#%D0%B6%D0%BE%D1%81%D0%BF%D0%B0%D1%80">',
  ],
  ['a file', '<a href="/press/kk/plan/plan.pdf">'],
  ['a relative address', '<a href="plan/">'],
  ['another site', '<a href="https://other.example/missing">'],
  ['another part of the same server', '<a href="/elsewhere/">'],
  ['a telephone', '<a href="tel:112">'],
  ['the page itself', '<a href="#top" id="top">'],
])('%s is fine', (_what, html) => {
  expect(findings(links, { '/kk/': html, '/kk/plan/': target }, ['/kk/plan/plan.pdf'])).toEqual([]);
});

test.each([
  ['a page that is not there', '<a href="/press/kk/gone/">', '/press/kk/gone/'],
  ['a page without its slash', '<a href="/press/kk/plan">', '/press/kk/plan'],
  ['a missing picture', '<img src="/press/_images/x.jpg">', '/press/_images/x.jpg'],
  [
    'one of many sizes',
    '<source srcset="/press/_images/a-480.webp 480w, /press/_images/a-800.webp 800w">',
    '/press/_images/a-800.webp',
  ],
  [
    'an absolute address of this site',
    '<link rel="canonical" href="https://example.org/press/ru/">',
    'https://example.org/press/ru/',
  ],
])('%s is found', (_what, html, address) => {
  expect(findings(links, { '/kk/': html, '/kk/plan/': target }, ['/_images/a-480.webp'])).toEqual([
    { on: '/kk/', id: 'broken-link', params: { address, page: '/kk/' } },
  ]);
});

test('a place that is not on the page is found', () => {
  expect(
    findings(links, { '/kk/': '<a href="/press/kk/plan/#баға">', '/kk/plan/': target }),
  ).toEqual([
    {
      on: '/kk/',
      id: 'broken-fragment',
      params: { address: '/press/kk/plan/#баға', page: '/kk/', fragment: 'баға' },
    },
  ]);
});

test('a place whose name is encoded on both sides is there: footnotes in Cyrillic', () => {
  const name = encodeURIComponent('баға');
  expect(findings(links, { '/kk/': `<p id="${name}"><a href="#${name}">` })).toEqual([]);
});
