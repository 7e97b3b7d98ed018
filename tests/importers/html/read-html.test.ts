import { describe, expect, test } from 'vitest';
import { renderBody } from '#body/render.ts';
import { createMdxRenderer } from '#mdx/renderer.ts';
import { builtInStrings } from '#lang/built-in.ts';
import { createStrings } from '#lang/strings.ts';
import fc from '../../fast-check.ts';
import { heic, png } from '../pictures.ts';
import { read, readFolder, writeFiles } from '../reading.ts';
import { writeContent } from '../../site/content.ts';

const page = (main: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Сайт — Неделя дорог</title><meta property="og:title" content="Неделя дорог"><meta property="article:published_time" content="2026-01-22T09:00:00+05:00"><link rel="canonical" href="https://old.example.org/ru/2026/roads.html">${head}<style>p{}</style></head><body><nav><a href="/">Главная</a></nav><main><h1>Неделя дорог</h1>${main}</main><footer>© Акимат</footer><script>alert(1)</script></body></html>`;

test('an old page: its text without what stands around it', async () => {
  const { made, body, notes, refused } = await read({
    'page.html': page(`<div class="share">Поделиться</div>
      <font face="Arial"><p>Первый абзац<br><br/>&nbsp;<br>второй абзац<br>его вторая строка<br></p></font>
      <p>&nbsp;</p><p></p>
      <div>Голый текст <b><i>внутри</i></b> блока<br><br>и ещё</div>
      <h1>Раздел</h1><h3><b>Подраздел</b></h3>
      <ul><li>один<ul><li>вложенный<ol><li>глубже</ol></ul><li><p>два</p><p>&nbsp;</p></li><li></li></ul>
      <table><tr><td>А<br>Б</td><td colspan="2">В</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>
      <p>5 м<sup>2</sup> и <a href="news/1.html">дальше</a>, <a href="javascript:alert(1)">опасно</a>, <a href="mailto:press@example.org">почта</a></p>
      <p onclick="x()">Скобки &lt;b&gt; и <iframe src="https://evil.example/"></iframe>рамка</p>
      <figure><img src="photo.jpg" alt="Рабочие у дороги" onerror="x()"><figcaption>Ремонт, <i>май</i></figcaption></figure>
      <p><img src="../outside.png" alt="Чужое"><img src="iphone.heic" alt="Снимок"><img src="https://cdn.example.org/a.png"></p>
      <pre>код
  как есть</pre><hr><blockquote>Слова<br><br>другие</blockquote><!--[if gte mso 9]><xml>Word</xml><![endif]-->`),
    'photo.jpg': png(3),
    'iphone.heic': heic,
  });
  expect(refused).toEqual([]);
  expect(made[0]).toMatchObject({ title: 'Неделя дорог', locales: ['ru'] });
  expect(made[0]!.announcement.facts).toMatchObject({
    date: '2026-01-22T09:00:00+05:00',
    aliases: ['/ru/2026/roads.html'],
    origin: { kind: 'html', id: 'https://old.example.org/ru/2026/roads.html' },
  });
  expect(notes().sort()).toEqual([
    'around-dropped',
    'embed-as-link',
    'link-dropped',
    'merged-cells',
    'picture-elsewhere',
    'picture-heic',
    'picture-missing',
  ]);
  expect([...made[0]!.announcement.files!.keys()]).toEqual(['photo.png']);
  expect(body()).toBe(`Первый абзац

второй абзац\\
его вторая строка

Голый текст **_внутри_** блока

и ещё

## Раздел

### Подраздел

- один
  - вложенный
    1. глубже
- два

| А Б | В | |
| - | - | - |
| 1 | 2 | 3 |

5 м² и [дальше](https://old.example.org/ru/2026/news/1.html), опасно, [почта](mailto:press@example.org)

Скобки \\<b> и [https://evil.example/](https://evil.example/) рамка

![Рабочие у дороги](./photo.png "Ремонт, май")

\`\`\`
код
  как есть
\`\`\`

---

> Слова
>
> другие
`);
});

test.each([
  ['<b><p>раз</p><p>два</p></b>', '**раз**\n\n**два**\n'],
  ['<i>а<ul><li>раз<li>два</ul>б <b>в</b></i>', '_а_\n\n- _раз_\n- _два_\n\n_б **в**_\n'],
  [
    '<table><tr><td><p>а</p><p>б</p></td><td><ul><li>1<li>2</ul></td></tr></table>',
    '| а б | 1 2 |\n| - | - |\n',
  ],
  ['<h2><p>раз</p><p>два</p></h2>', '## раз два\n'],
  [
    '<a href="https://example.org/"><h3>раз</h3><p>два</p></a>',
    '### [раз](https://example.org/)\n\n[два](https://example.org/)\n',
  ],
  ['<ol start="7"><del>[](x)</del></ol>', '7. ~~\\[]\\(x)~~\n'],
  ['<b>раз</b> два <i>три</i>', '**раз** два _три_\n'],
  ['<b><pre>код</pre></b>', '```\nкод\n```\n'],
])('what Markdown cannot nest: %s', async (html, markdown) => {
  expect((await read({ 'x.html': `<p>Начало.</p><p>Текст.</p>${html}` })).body()).toBe(
    `Начало.\n\nТекст.\n\n${markdown}`,
  );
});

describe('what old addresses become', () => {
  const at = (url: string) =>
    page('<p>Текст.</p>').replace('https://old.example.org/ru/2026/roads.html', url);
  test.each<[string, string[] | undefined]>([
    ['https://old.example.org/2019/05/roads/', ['/2019/05/roads/']],
    ['https://old.example.org/ru/news/2019/roads/', ['/ru/news/2019/roads/']],
    ['https://old.example.org/novosti/%D0%B4%D0%BE%D1%80%D0%BE%D0%B3%D0%B8', ['/novosti/дороги']],
    ['https://old.example.org/?p=12', []],
    ['https://old.example.org/', []],
    ['https://old.example.org/ru/', []],
    ['https://old.example.org/ru/archive/2019/', []],
    ['https://old.example.org/ru/rss.xml', []],
    ['https://old.example.org/sitemap.xml', []],
    ['https://old.example.org/_astro/x.css', []],
    ['https://old.example.org/a%20b/', []],
    ['https://old.example.org//evil.example/', []],
  ])('%s', async (url, aliases) => {
    const { made, notes } = await read({ 'page.html': at(url) });
    expect(made[0]!.announcement.facts.aliases).toEqual(aliases);
    expect(notes()).toEqual(aliases!.length > 0 ? [] : ['old-address-dropped']);
  });

  test('one old address leads to one announcement', async () => {
    const { made, notes } = await read({
      'a.html': at('https://old.example.org/roads/'),
      'b.html': at('https://other.example.org/roads/'),
    });
    expect(made.map(({ announcement }) => announcement.facts.aliases)).toEqual([['/roads/'], []]);
    expect(notes(1)).toEqual(['old-address-dropped']);
  });
});

test('a page without a head, and one without a text', async () => {
  const { made, refused, body } = await read({
    'a.htm':
      '<h2>Заголовок</h2><p>22.01.2026<p>Текст <img src="data:image/png;base64,' +
      png(5).toString('base64') +
      '" alt="Точка">',
    'b.html': '<html><body><script>1</script></body></html>',
  });
  expect(made[0]).toMatchObject({
    title: 'Заголовок',
    announcement: { facts: { date: '2026-01-22' } },
  });
  expect(body()).toBe('Текст ![Точка](./picture.png)\n');
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([['b.html', 'empty']]);
});

const tag = fc.constantFrom(
  'p',
  'br',
  'br/',
  'b',
  'i',
  'em',
  'strong',
  's',
  'del',
  'a',
  'a href="/x y"',
  'a href="javascript:x"',
  'a href="https://example.org/(a)"',
  'ul',
  'ol start="7"',
  'li',
  'table',
  'tr',
  'td',
  'td colspan="3"',
  'th',
  'h1',
  'h4',
  'pre',
  'code',
  'blockquote',
  'div',
  'sup',
  'sub',
  'hr',
  'img src="none.jpg"',
  'figure',
  'figcaption',
  'o:p',
  'font',
  'script',
  'style',
  'span',
  'dl',
  'dt',
  'dd',
  'svg',
  '!--',
);
const soup = fc
  .array(
    fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
      fc.constantFrom(
        'слово',
        ' ',
        '\n',
        '*',
        '_',
        '`',
        '#',
        '- ',
        '1. ',
        '|',
        '\\\\',
        '[',
        '](x)',
        '!',
        '~~',
        '&nbsp;',
        '&lt;b&gt;',
        '&amp;amp;',
        '<',
        '-->',
        '2',
        '\u00AD',
        '{x}',
        ':',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('any soup of tags gives Markdown that the site renders, or a refusal', async () => {
  const content = writeContent({});
  const strings = createStrings('ru', builtInStrings('ru') as never);
  await fc.assert(
    fc.asyncProperty(soup, async (html) => {
      const { made, refused, body } = await readFolder(
        writeFiles({ 'x.html': `<p>Начало.</p>${html}` }),
        content,
      );
      expect(made.length + refused.length).toBe(1);
      if (!made[0]) return;
      const { problems, body: shown } = await renderBody(
        { file: 'x', format: 'md', body: body(), bodyLine: 1 },
        {
          strings,
          page: 'https://press.example.org/ru/news/2026/x/',
          base: '/',
          mdx: createMdxRenderer(),
          address: '/ru/news/2026/x/',
          has: () => false,
          picture: () => Promise.reject(new Error('no picture')),
        },
      );
      expect(problems).toEqual([]);
      expect(shown.html).not.toMatch(/javascript:|<(?:script|style|svg|font)/u);
    }),
    { numRuns: 300 },
  );
});
