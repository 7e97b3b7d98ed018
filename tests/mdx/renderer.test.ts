import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '#cache/program.ts';
import { builtInStrings } from '#lang/built-in.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';
import { createMdxRenderer, type MdxThread } from '#mdx/renderer.ts';
import { createClock } from '#clock.ts';

const strings = createStrings('ru', builtInStrings('ru') as Dictionary);
// Themes are copied to the cache before they are used: Astro compiles what lies in its folder.
mkdirSync(cacheFolder, { recursive: true });
const folder = join(mkdtempSync(join(cacheFolder, 'test-mdx-')), 'components');
mkdirSync(folder);
const components = {
  Thrower:
    '---\nconst { of } = Astro.props;\n\nthrow new Error(`Нет строки ${of}`);\n---\n<p>x</p>\n',
  Endless: '---\nfor (;;) {}\n---\n<p>x</p>\n',
  Table:
    '---\nimport Cell from "./Cell.astro";\n---\n<table class="t"><tr><Cell>a</Cell><slot /></tr></table>\n<style>.t { color: red }</style>\n',
  Cell: '<td class="c"><slot /></td>\n<style>.c { color: blue }</style>\n',
};
const own = Object.entries(components).map(([name, code]) => {
  writeFileSync(join(folder, `${name}.astro`), code);
  return [name, join(folder, `${name}.astro`)] as const;
});
// Another key each time: nothing may come from the cache.
const key = String(createClock(new Date(0)).now.getTime() + process.pid);
let renderer: MdxThread;
beforeAll(() => {
  renderer = createMdxRenderer({ own }, { key, seconds: 3 });
});
afterAll(async () => {
  await renderer.stop();
  rmSync(dirname(folder), { recursive: true });
});

describe('a text', () => {
  test('has the marks of its author, and components have none', async () => {
    expect(await renderer.render('**a** <i>b</i> c\n\n<Notice>d</Notice>', strings)).toEqual({
      html: expect.stringMatching(
        /^<p data-text(?:="")?><strong data-text(?:="")?>a<\/strong> <i data-text(?:="")?>b<\/i> c<\/p>\s*<aside class="notice notice-info"><p class="notice-title">/u,
      ) as string,
    });
  });
  test('brings the styles of its components, nested ones too', async () => {
    const { html } = (await renderer.render('<Table />', strings)) as { html: string };
    expect(html).toMatch(/\.t[^{]*\{[^}]*red/u);
    expect(html).toMatch(/\.c[^{]*\{[^}]*#00f/u);
  });
});

test('a kept text of which a bit was flipped is rendered again', async () => {
  const word = `needle${key}`;
  const first = await renderer.render(word, strings);
  const texts = join(cacheFolder, 'texts');
  const file = readdirSync(texts)
    .map((name) => join(texts, name))
    .find((each) => readFileSync(each, 'utf8').includes(word))!;
  const whole = readFileSync(file);
  for (const at of [0, 30, whole.length - 5]) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1;
    writeFileSync(file, bytes);
    expect(await renderer.render(word, strings)).toEqual(first);
    expect(readFileSync(file).equals(whole)).toBe(true);
  }
});

describe('a component of the theme', () => {
  test('that throws is named, with its place and what it says', async () => {
    expect(await renderer.render('a\n\n<Thrower of="7" />', strings)).toEqual({
      fault: 'component-throws',
      name: 'Thrower',
      place: expect.stringMatching(/^theme\/components\/Thrower\.astro:4:/u) as string,
      detail: 'Нет строки 7',
    });
  });
  test('that never ends is stopped, and others go on', async () => {
    expect(await renderer.render('<Endless />', strings)).toEqual({
      fault: 'component-endless',
      seconds: 3,
    });
    expect(await renderer.render('after', strings)).toEqual({
      html: expect.stringContaining('after') as string,
    });
  });
});

describe('the addresses of a page', () => {
  const entry = (id: string) => ({ id, data: { label: { ru: id } } });
  const question = (file: string) => ({
    routes: [{ file, pattern: '/ru/[id]' }],
    collections: new Map([
      ['topics', [entry('roads'), entry('buses')]],
      ['people', [entry('a')]],
    ]),
  });
  const write = (name: string, code: string) => {
    const file = join(folder, '../pages', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return file;
  };
  test('come from the collections, and it is told which were asked', async () => {
    const file = write(
      '[id].astro',
      `---
import { getCollection } from 'astro:content';
import { routeLocale } from '#theme/page.ts';
export async function getStaticPaths({ routePattern }) {
  const locale = routeLocale(routePattern);
  const topics = await getCollection('topics');
  return topics.map(({ id, data }) => ({ params: { id }, props: { title: data.label[locale] } }));
}
---
<p>x</p>`,
    );
    expect(await renderer.paths(question(file))).toEqual({
      given: [
        {
          paths: [
            { path: 'ru/roads', isFurther: false, title: 'roads' },
            { path: 'ru/buses', isFurther: false, title: 'buses' },
          ],
        },
      ],
      asked: ['topics'],
    });
  });
  test('are unknown where the function throws, with its line', async () => {
    const file = write(
      '[bad].astro',
      '---\nexport function getStaticPaths() {\n  throw new Error("Нет");\n}\n---\n<p>x</p>',
    );
    expect(await renderer.paths(question(file))).toEqual({
      given: [{ fault: 'throws', place: 'pages/[bad].astro:3', detail: 'Нет' }],
      asked: [],
    });
  });
});

test('what was rendered once is known to the next process', async () => {
  const text = `once ${key}`;
  const first = await renderer.render(text, strings);
  const later = createMdxRenderer({ own: [['Gone', '/gone.astro']] }, { key });
  expect(await later.render(text, strings)).toEqual(first);
});
