import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheFolder } from '#cache/program.ts';
import { createMdxRenderer } from '#mdx/renderer.ts';
import { render } from './texts.ts';

mkdirSync(cacheFolder, { recursive: true });
const folder = mkdtempSync(join(cacheFolder, 'test-own-'));
mkdirSync(join(folder, 'components'));
const code = {
  Card: '<div class="card" data-kind="x" onclick="alert(1)"><slot /></div>\n<style>.card { color: red }</style>',
  Injected:
    '---\nconst html = \'<b class="c">a</b><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><iframe src="/x"></iframe>\';\n---\n<div set:html={html} />',
  Link: '<a href="javascript:alert(1)">x</a>',
  Thrower: "---\nthrow new Error('Нет данных');\n---\n<p>x</p>",
  Endless: '---\nfor (;;) {}\n---\n<p>x</p>',
  Moving: '<p>x</p><script>1</script>',
};
const own = Object.entries(code).map(([name, text]) => {
  const file = join(folder, 'components', `${name}.astro`);
  writeFileSync(file, text);
  return [name, file] as const;
});
const props = new Map([
  [
    'Card',
    {
      attributes: ['route', 'kind', 'wide'],
      needs: [['route']],
      choices: { kind: ['bus', 'tram'] },
    },
  ],
]);
const mdx = createMdxRenderer(
  { own },
  { key: folder, seconds: 3, withScript: new Set(['Moving']), props },
);
afterAll(async () => {
  await mdx.stop();
  rmSync(folder, { recursive: true });
});

async function made(text: string) {
  const { body, problems } = await render(text, 'mdx', 'ru', mdx);
  return { ...body, found: problems.map(({ id, line, params }) => [id, line, params]) };
}

test('what a component makes keeps its classes, and what the author wrote does not', async () => {
  const { html, found } = await made(
    '<Card route="7">\n\n<span class="x" onclick="y">a</span>\n\n</Card>',
  );
  expect(found).toEqual([]);
  expect(html).toMatch(
    /^<div class="card" data-kind="x" data-astro-cid-\w+=""><span>a<\/span><\/div>$/u,
  );
});

test('an author cannot write what only components may', async () => {
  const { html } = await made('<svg class="a"><path d="M0 0" /></svg>\n\n<nav class="b">c</nav>');
  expect(html.replaceAll('\n', '')).toBe('c');
});

test('what a text passes is compared with what the component takes, on each line', async () => {
  const { found } = await made(
    '<Card route="7" wide />\n\n<Card rout="7" kind="buss" />\n\n<Link any="x" />',
  );
  expect(found).toEqual([
    ['not-one-of', 12, { field: 'kind', value: 'buss', allowed: 'bus, tram', nearest: 'bus' }],
    [
      'component-attribute',
      12,
      { name: 'Card', attribute: 'rout', attributes: 'route, kind, wide' },
    ],
    ['component-needs', 12, { name: 'Card', attribute: 'route' }],
  ]);
});

test('its styles are told apart from the text', async () => {
  const { html, styles, portable } = await made(
    '<Card route="1">a</Card>\n\n<Card route="2">b</Card>',
  );
  expect(styles.match(/\.card\[data-astro-cid-\w+\]/gu)).toHaveLength(1);
  expect(html).not.toContain('<style');
  expect(portable).toBe('<div data-kind="x">a</div>\n<div data-kind="x">b</div>');
});

test('nothing in what it makes can run, whatever it puts in', async () => {
  const { html, found } = await made('<Injected />');
  expect(html).toMatch(/<b class="c">a<\/b>/u);
  expect(html).not.toMatch(/script|iframe|onerror|alert/u);
  // A picture that lies nowhere is told of, as in any text.
  expect(found).toEqual([['missing-picture', 10, { path: 'x' }]]);
});

test('its links are looked at like those of a text', async () => {
  const { html, found } = await made('<Link />');
  expect(found).toEqual([['refused-link', 10, { address: 'javascript:alert(1)' }]]);
  expect(html).not.toContain('javascript');
});

test('one with a script is refused', async () =>
  expect((await made('a\n\n<Moving />')).found).toEqual([
    ['component-script', 12, { name: 'Moving' }],
  ]));

test('one that throws is a problem at the line where it is used', async () =>
  expect((await made('a\n\nb\n\n<Thrower />')).found).toEqual([
    [
      'component-throws',
      14,
      {
        name: 'Thrower',
        place: expect.stringMatching(/^theme\/components\/Thrower\.astro:2:/u) as string,
        detail: 'Нет данных',
      },
    ],
  ]));

test('one that never ends is a problem, and the next text is rendered', async () => {
  expect((await made('a\n\n<Endless />')).found).toEqual([
    ['component-endless', 12, { names: 'Endless', seconds: '3' }],
  ]);
  expect((await made('after')).html).toBe('<p>after</p>');
});

test('a mistyped component is likened to those of the theme, too', async () =>
  expect((await made('<Movng />')).found).toEqual([
    [
      'unknown-component',
      10,
      expect.objectContaining({ name: 'Movng', nearest: 'Moving' }) as object,
    ],
  ]));
