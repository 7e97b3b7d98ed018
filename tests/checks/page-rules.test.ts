import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { html } from '#checks/rules/html.ts';
import { images } from '#checks/rules/images.ts';
import { pageWeight } from '#checks/rules/page-weight.ts';
import { policy } from '#checks/rules/policy.ts';
import { findings } from './site.ts';

const page = (inside: string, head = '') =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Сайт</title>${head}</head><body>${inside}</body></html>`;
const on = '/ru/';

describe('images', () => {
  test.each([
    ['<img src="a.jpg" width="4" height="3">', 'alt'],
    ['<img src="a.jpg" alt="Мост" height="3">', 'width'],
    ['<img src="a.jpg" alt="Мост" width="4" height="auto">', 'height'],
  ])('%s lacks %s', (markup, attribute) => {
    expect(findings(images, { [on]: page(markup) })).toEqual([
      { on, id: 'image-without', params: { page: on, address: 'a.jpg', attribute } },
    ]);
  });
  test.each([
    '<img src="a.jpg" alt="Мост" width="4" height="3">',
    '<img src="a.jpg" alt="" width="4" height="3">',
  ])('%s is fine', (markup) => expect(findings(images, { [on]: page(markup) })).toEqual([]));
});

describe('html', () => {
  test('an id that stands on a page twice', () => {
    expect(findings(html, { [on]: page('<p id="a">x</p><p id="a">y</p><p id="a">z</p>') })).toEqual(
      [{ on, id: 'repeated-id', params: { page: on, value: 'a' } }],
    );
  });
  test.each([
    ['<div><p>x</div>', 'p'],
    ['<b>x<i>y</b></i>', 'i'],
    ['<ul><li>x<li>y</ul>', 'li'],
    ['<section>x', 'section'],
  ])('%s: %s is not ended where it should be', (markup, name) => {
    expect(findings(html, { [on]: page(markup) })).toContainEqual({
      on,
      id: 'unended-element',
      params: { page: on, name },
    });
  });
  test('what needs no end is fine', () => {
    expect(
      findings(html, {
        [on]: page(
          '<p>x<br>y <img src="a"> <svg><path d="M0 0"/></svg></p><video><source src="a"><track src="b"></video><hr/>',
        ),
      }),
    ).toEqual([]);
  });
});

describe('policy', () => {
  const code = 'alert(1)';
  const hash = `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  test.each([
    ['a script', `<script>${code}</script>`, 'script'],
    ['a module', `<script type="module">${code}</script>`, 'script'],
    ['a style', '<style>p { color: red }</style>', 'style'],
    ['an attribute of style', '<p style="color: red">x</p>', 'style'],
    ['an event attribute', '<p onclick="alert(1)">x</p>', 'onclick'],
  ])('%s is refused', (_what, markup, name) => {
    expect(findings(policy, { [on]: page(markup) })).toEqual([
      { on, id: 'inline-code', params: { page: on, name } },
    ]);
  });
  test('a hash must be in every policy of the page, its header included', () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' ${hash}">`;
    expect(findings(policy, { [on]: page(`<script>${code}</script>`, meta) })).toEqual([
      { on, id: 'inline-code', params: { page: on, name: 'script' } },
    ]);
  });
  test.each([
    ['by its hash', `default-src 'none'; style-src 'self' ${hash}`, []],
    ['by the hash of all kinds', `default-src ${hash}`, []],
    ['by the hash of a script', `default-src 'none'; script-src ${hash}`, ['inline-code']],
    ['by no word of it', `script-src ${hash}`, ['inline-code']],
    ['by every style being let in', "style-src 'unsafe-inline'", ['inline-code']],
  ])('the page alone says which style is its own: %s', (_how, text, ids) => {
    expect(
      findings(policy, {
        [on]: page(
          `<style>${code}</style>`,
          `<meta http-equiv="Content-Security-Policy" content="${text}">`,
        ),
      }).map(({ id }) => id),
    ).toEqual(ids);
  });
  test.each([
    ['a script', '<script src="https://cdn.example/a.js"></script>', 'https://cdn.example/a.js'],
    ['a style', '<link rel="stylesheet" href="//cdn.example/a.css">', '//cdn.example/a.css'],
    ['a picture', '<img src="https://cdn.example/a.png">', 'https://cdn.example/a.png'],
    [
      'one of several sizes',
      '<source srcset="/press/a.webp 1x, https://cdn.example/b.webp 2x">',
      'https://cdn.example/b.webp',
    ],
    ['a frame', '<iframe src="https://video.example/1"></iframe>', 'https://video.example/1'],
    [
      'a connection',
      '<link rel="preconnect" href="https://fonts.example">',
      'https://fonts.example',
    ],
  ])('%s of another site is refused', (_what, markup, address) => {
    expect(findings(policy, { [on]: page(markup) })).toEqual([
      { on, id: 'foreign-request', params: { page: on, address } },
    ]);
  });
  test.each([
    '<a href="https://other.example/">x</a>',
    '<link rel="canonical" href="https://example.org/press/ru/">',
    '<img src="data:image/png;base64,AA==">',
    '<script src="/press/a.js"></script>',
    '<script type="application/ld+json">{}</script>',
  ])('%s is fine', (markup) => {
    expect(findings(policy, { [on]: page(markup) })).toEqual([]);
  });
});

describe('page-weight', () => {
  const written = '/ru/plan/';
  const files = (size: number, path = written) => ({
    [`${path}index.html`]: 'x'.repeat(size),
    '/a.css': 'y'.repeat(size),
    '/a.js': 'z'.repeat(size),
  });
  const markup = page(
    '<script src="/press/a.js"></script>',
    '<link rel="stylesheet" href="/press/a.css"><link rel="modulepreload" href="/press/a.js">',
  );
  test('a page within its budgets is fine', () =>
    expect(findings(pageWeight, { [written]: markup }, files(40_000))).toEqual([]));
  test('each part has its own', () => {
    expect(
      findings(pageWeight, { [written]: markup }, files(200_000)).map(({ id, params }) => [
        id,
        params.part,
        params.size,
        params.budget,
      ]),
    ).toEqual([
      ['page-weight', 'HTML', 200, 150],
      ['page-weight', 'CSS', 200, 50],
      ['page-weight', 'JavaScript', 200, 60],
    ]);
  });
  // Which no brotli can make smaller by much.
  const noise = (bytes: number) => randomBytes(bytes).toString('base64');
  test.each([
    [
      'a page that does not come in one flight',
      page('x'),
      noise(45_000),
      [['second-flight', 46, 14]],
    ],
    [
      'one with a picture, which takes several anyway',
      page('<img src="/press/_images/a-1b.webp" alt="x" width="4" height="3">'),
      noise(45_000),
      [],
    ],
    [
      'one with the emblem alone',
      page('<img src="/press/emblem.svg" alt="" width="4" height="3">'),
      noise(45_000),
      [['second-flight', 46, 14]],
    ],
    ['one that says much the same all the time', page('x'), 'x'.repeat(60_000), []],
  ])('%s', (_what, html, text, expected) => {
    expect(
      findings(pageWeight, { [written]: html }, { '/ru/plan/index.html': text }).map(
        ({ id, params }) => [id, params.size, params.budget],
      ),
    ).toEqual(expected);
  });
  test('a list, which nobody wrote, is left alone', () =>
    expect(findings(pageWeight, { [on]: markup }, files(200_000, on))).toEqual([]));
});
