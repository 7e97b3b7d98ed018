import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtSite } from './site.ts';

/**
 * In bytes as sent by servers: a page with its styles, and the script of an announcement, which readers can do without.
 */
const budgets = { article: 12_000, withoutPictures: 14_000, script: 2_000 };

/**
 * A static import in a bundle: the script cannot start before another has loaded. Dynamic imports, `import('./x.js')`,
 * are not matched.
 */
const importing = /\b(?:from|import)\s*["'`]\.{0,2}\//u;

test.each(['import{t as e}from"./a.js";e()', 'import"./a.js";', "import * as a from '../a.js'"])(
  'it is seen that a script waits: %s',
  (script) => expect(script).toMatch(importing),
);

describe.each(['shipped', 'mixed', 'three-languages', 'right-to-left'] as const)('%s', (name) => {
  const site = builtSite(name);
  const packed = (address: string) =>
    site.bytes(`${address.replace(/\/$/u, '/index.html')}.br`).length;

  test('every page without pictures comes in one flight', () => {
    const light = site.pages.filter(
      (page) =>
        !page.all('img').some(({ attributes }) => String(attributes.src).includes('/_images/')),
    );
    expect(light.length).toBeGreaterThan(10);
    expect(
      light
        .map(({ address }) => [address, packed(address)] as const)
        .filter(([, size]) => size > budgets.withoutPictures),
    ).toEqual([]);
  });

  test('no script of a page waits for another', () => {
    const scripts = new Set(
      site.pages.flatMap((page) =>
        page
          .all('script')
          .flatMap(({ attributes }) => (attributes.src ? [String(attributes.src)] : [])),
      ),
    );
    expect(scripts.size).toBeGreaterThan(3);
    expect([...scripts].filter((file) => importing.test(site.text(file)))).toEqual([]);
  });

  test('no page waits for a style sheet', () => {
    const waiting = site.pages.filter(
      (page) =>
        page.all('link', { rel: 'stylesheet' }).length >
          page.all('noscript').flatMap((each) => each.all('link')).length ||
        page.all('style').length !== 1,
    );
    expect(waiting.map(({ address }) => address)).toEqual([]);
  });
});

test.each(['/kk/news/2026/police-working-meeting/', '/ru/news/2026/police-working-meeting/'])(
  '%s keeps the promise',
  (address) => {
    const site = builtSite('shipped');
    expect(site.bytes(`${address}index.html.br`).length).toBeLessThan(budgets.article);
    // Each script with everything that it imports, as the browser fetches them.
    const asked = [
      ...site
        .page(address)
        .all('script')
        .flatMap(({ attributes }) => (attributes.src ? [String(attributes.src)] : [])),
    ];
    for (const file of asked)
      asked.push(
        ...[...site.text(file).matchAll(/"\.\/(?<name>[^"]+\.js)"/gu)]
          .map(({ groups }) => `/_astro/${groups!.name}`)
          .filter((each) => !asked.includes(each)),
      );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.reduce((sum, file) => sum + gzipSync(site.bytes(file)).length, 0)).toBeLessThan(
      budgets.script,
    );
  },
);
