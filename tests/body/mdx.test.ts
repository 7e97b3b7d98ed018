import { describe, expect, test } from 'vitest';
import { type Found, htmlOf, problemsOf, render } from './texts.ts';

describe('the five components', () => {
  test('Quote', async () => {
    expect(
      await htmlOf(
        '<Quote by="А. Омаров" role="начальник">\n\nБезопасность — общее дело.\n\n</Quote>',
        'mdx',
      ),
    ).toBe(
      '<blockquote class="quote"><p>Безопасность — общее дело.</p><footer>— А. Омаров, начальник</footer></blockquote>',
    );
  });

  test('Figure', async () => {
    const html = await htmlOf(
      '<Figure src="./photo.jpg" alt="Дорога" caption="Проспект" credit="А. Омаров" />',
      'mdx',
    );
    expect(html).toMatch(
      /^<figure><picture data-alt="Дорога">.*alt="Дорога".*<\/picture><figcaption>Проспект <small>[^<]*А\. Омаров<\/small><\/figcaption><\/figure>$/u,
    );
  });

  test('Gallery', async () => {
    const html = await htmlOf(
      '<Gallery>\n\n![а](photo.jpg)\n\n![б](фото.jpg)\n\n</Gallery>',
      'mdx',
    );
    expect(html).toMatch(
      /^<div class="gallery" tabindex="0" role="group" aria-label="[^"]+"><figure>.*<\/figure><figure>.*<\/figure><\/div>$/u,
    );
  });

  test('Video beside the text', async () => {
    expect(
      await htmlOf(
        '<Video src="./film.mp4" captions="./film.vtt" poster="./photo.jpg" title="Неделя дорог" />',
        'mdx',
      ),
    ).toBe(
      '<figure class="video"><video src="/press/ru/week/film.mp4" poster="/press/_images/p-800.jpg" controls preload="none" title="Неделя дорог">' +
        '<track kind="captions" src="/press/ru/week/film.vtt" srclang="ru" label="Русский" default></video><figcaption>Неделя дорог</figcaption></figure>',
    );
  });

  test('Video with a described one beside it: both have captions, and only what is pressed is fetched', async () => {
    const track =
      '<track kind="captions" src="/press/ru/week/film.vtt" srclang="ru" label="Русский" default>';
    expect(
      await htmlOf(
        '<Video src="./film.mp4" captions="./film.vtt" described="./film-described.mp4" title="Неделя дорог" />',
        'mdx',
      ),
    ).toBe(
      `<figure class="video"><video src="/press/ru/week/film.mp4" controls preload="none" title="Неделя дорог">${track}</video>` +
        `<details><summary>Неделя дорог: версия с тифлокомментарием</summary><video src="/press/ru/week/film-described.mp4" controls preload="none" title="Неделя дорог: версия с тифлокомментарием">${track}</video></details>` +
        '<figcaption>Неделя дорог</figcaption></figure>',
    );
  });

  test('Video elsewhere, with a described one', async () => {
    expect(
      await htmlOf(
        '<Video href="https://example.org/film" described="https://example.org/described" poster="photo.jpg" alt="Дорога" title="Неделя дорог" />',
        'mdx',
      ),
    ).toMatch(
      /<figcaption><a href="https:\/\/example\.org\/film">Смотреть видео: Неделя дорог<\/a> <a href="https:\/\/example\.org\/described">Неделя дорог: версия с тифлокомментарием<\/a><\/figcaption><\/figure>$/u,
    );
  });

  test('Video elsewhere', async () => {
    const html = await htmlOf(
      '<Video href="https://example.org/film" poster="photo.jpg" alt="Дорога" title="Неделя дорог" />',
      'mdx',
    );
    expect(html).toMatch(
      /^<figure class="video"><a href="https:\/\/example\.org\/film"><picture data-alt="Дорога">.*<\/picture><\/a><figcaption><a href="https:\/\/example\.org\/film">[^<]*Неделя дорог<\/a><\/figcaption><\/figure>$/u,
    );
  });

  test('Notice', async () => {
    expect(await htmlOf('<Notice kind="warning">\n\n**Лёд.**\n\n</Notice>', 'mdx', 'kk')).toBe(
      '<aside class="notice notice-warning"><p class="notice-title">Назар аударыңыз</p><p><strong>Лёд.</strong></p></aside>',
    );
    expect(await htmlOf('<Notice title="Кстати">x</Notice>', 'mdx')).toBe(
      '<aside class="notice notice-info"><p class="notice-title">Кстати</p>x</aside>',
    );
  });

  test('one inside another', async () => {
    expect(
      await htmlOf('<Notice title="а">\n\n<Quote by="б">\n\nв\n\n</Quote>\n\n</Notice>', 'mdx'),
    ).toBe(
      '<aside class="notice notice-info"><p class="notice-title">а</p><blockquote class="quote"><p>в</p><footer>— б</footer></blockquote></aside>',
    );
  });
});

test('plain HTML in MDX is sanitised like any other', async () => {
  const { body, problems } = await render(
    '<b onclick="alert(1)" class="x">a</b>\n\n<script>alert(1)</script>\n\n<a href="/ru/">b</a>',
    'mdx',
  );
  expect(body.html.replaceAll('\n', '')).toBe('<b>a</b><a href="/press/ru/">b</a>');
  expect(problems.map(({ id, line }) => [id, line])).toEqual([['dropped-element', 12]]);
});

const components = 'Quote, Figure, Gallery, Video, Notice';
type Refused = [name: string, text: string, found: Found[]];
const cases: Refused[] = [
  [
    'an import',
    'a\n\nimport x from "./x.js"\n',
    [['mdx-code', 12, { code: 'import x from "./x.js"' }]],
  ],
  ['an export', 'a\n\nexport const x = 1;\n', [['mdx-code', 12, { code: 'export const x = 1;' }]]],
  [
    'an expression',
    'a\n\nb {process.env.HOME} c',
    [['mdx-code', 12, { code: 'process.env.HOME' }]],
  ],
  [
    'a computed attribute',
    '\n<Notice title={1 + 1}>x</Notice>',
    [['mdx-code', 11, { code: 'title={…}' }]],
  ],
  ['a spread', '\n<Notice {...x}>y</Notice>', [['mdx-code', 11, { code: '{…}' }]]],
  [
    'a mistyped component',
    'a\n\n<Notise>x</Notise>',
    [['unknown-component', 12, { name: 'Notise', nearest: 'Notice', components }]],
  ],
  [
    'an invented component',
    '<Map />',
    [['unknown-component', 10, { name: 'Map', nearest: '', components }]],
  ],
  [
    'a component that every object has',
    '<Constructor.prototype />',
    [['unknown-component', 10, { name: 'Constructor.prototype', nearest: '', components }]],
  ],
  ...[
    'process.exit',
    'props.components',
    'this.x',
    'svg:path',
    'Fragment',
    'MDXContent',
    'slot',
  ].map((name): Refused => [
    `the name ${name}`,
    `a\n\n<${name}>x</${name}>`,
    [['unknown-component', 12, { name, nearest: '', components }]],
  ]),
  ...[
    'set:html',
    'set:text',
    'client:load',
    'server:defer',
    'is:raw',
    'define:vars',
    'slot',
    'is',
  ].map((attribute): Refused => [
    `the attribute ${attribute} of plain HTML`,
    `a\n\n<b ${attribute}="<script>alert(1)</script>">x</b>`,
    [['mdx-attribute', 12, { name: 'b', attribute }]],
  ]),
  [
    'a directive on a component',
    '<Notice set:html="<script>alert(1)</script>" />',
    [['mdx-attribute', 10, { name: 'Notice', attribute: 'set:html' }]],
  ],
  [
    'a missing attribute',
    'a\n\n<Figure src="./photo.jpg" />',
    [['component-needs', 12, { name: 'Figure', attribute: 'alt' }]],
  ],
  [
    'missing attributes: those of the nearest way',
    '<Video src="film.mp4" title="x" />',
    [['component-needs', 10, { name: 'Video', attribute: 'captions' }]],
  ],
  [
    'an unknown attribute',
    '<Figure src="photo.jpg" alt="x" width="9" />',
    [
      [
        'component-attribute',
        10,
        { name: 'Figure', attribute: 'width', attributes: 'src, alt, caption, credit' },
      ],
    ],
  ],
  [
    'a mistyped choice',
    '<Notice kind="warnign">x</Notice>',
    [
      [
        'not-one-of',
        10,
        { field: 'kind', value: 'warnign', allowed: 'info, warning', nearest: 'warning' },
      ],
    ],
  ],
  [
    'a block in the middle of a sentence',
    'a <Quote>x</Quote> b',
    [['component-in-line', 10, { name: 'Quote' }]],
  ],
  [
    'an attribute where there are none',
    '<Gallery columns="2">x</Gallery>',
    [['component-attribute', 10, { name: 'Gallery', attribute: 'columns', attributes: '—' }]],
  ],
  [
    'script in a link',
    'a\n\n<Video href="javascript:alert(1)" poster="photo.jpg" alt="x" title="y" />',
    [
      ['refused-link', 12, { address: 'javascript:alert(1)' }],
      ['refused-link', 12, { address: 'javascript:alert(1)' }],
    ],
  ],
  [
    'a described film that is not there',
    '<Video src="film.mp4" captions="film.vtt" described="gone.mp4" title="y" />',
    [['missing-target', 10, { address: 'gone.mp4' }]],
  ],
  [
    'a described film from another site, played here',
    '<Video src="film.mp4" captions="film.vtt" described="https://example.org/a.mp4" title="y" />',
    [['refused-link', 10, { address: 'https://example.org/a.mp4' }]],
  ],
  [
    'a poster from another site',
    '<Video src="film.mp4" captions="film.vtt" poster="https://example.org/a.jpg" title="y" />',
    [['refused-picture', 10, { address: 'https://example.org/a.jpg' }]],
  ],
];
test.each(cases)('%s is refused', async (_, text, found) =>
  expect(await problemsOf(text, 'mdx')).toEqual(found),
);

test('a component that is not closed', async () => {
  expect(await problemsOf('a\n\n<Notice>\n\nb\n', 'mdx')).toEqual([
    ['mdx-syntax', 12, { detail: expect.stringContaining('Notice') }],
  ]);
});

test('a Markdown text has no components', async () =>
  expect(await problemsOf('<Notice>x</Notice>')).toEqual([
    ['unknown-element', 10, { element: '<Notice>', corrected: '&lt;Notice>x&lt;/Notice>' }],
  ]));

test('figures on neighbouring lines of a gallery are figures, not a paragraph', async () => {
  const html = await htmlOf(
    '<Gallery>\n<Figure src="photo.jpg" alt="x" />\n<Figure src="photo.jpg" alt="y" />\n</Gallery>',
    'mdx',
  );
  expect(html).toMatch(
    /^<div class="gallery" tabindex="0" role="group" aria-label="[^"]+"><figure>.*<\/figure><figure>.*<\/figure><\/div>$/su,
  );
});
