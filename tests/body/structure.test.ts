import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { directCode } from '#body/direct-code.ts';
import { parseHtml } from '#body/parse.ts';
import { htmlOf, problemsOf, render } from './texts.ts';

test('headings have addresses, each its own', async () => {
  expect(await htmlOf('## Қала\n\n### Что делать?\n\n## Қала')).toBe(
    '<h2 id="қала">Қала</h2>\n<h3 id="что-делать">Что делать?</h3>\n<h2 id="қала-1">Қала</h2>',
  );
});

describe('a heading of the first level is refused', () => {
  test.each([
    ['in Markdown', 'a\n\n# Неделя дорог', 'md', 'Неделя дорог'],
    ['in Markdown with HTML', '<b>a</b>\n\n# Неделя <b>дорог</b>', 'md', 'Неделя дорог'],
    ['in HTML', 'a\n\n<h1>Неделя</h1>', 'md', 'Неделя'],
    ['in MDX', 'a\n\n# Неделя', 'mdx', 'Неделя'],
    ['in MDX with HTML', 'a\n\n<h1>Неделя</h1>', 'mdx', 'Неделя'],
    ['underlined', 'a\n\nНеделя\n======', 'md', 'Неделя'],
  ] as const)('%s', async (_, text, format, heading) =>
    expect(await problemsOf(text, format)).toEqual([['heading-one', 12, { heading }]]),
  );
});

describe('tables', () => {
  const aligned =
    '<th class="align-left">а</th>\n<th class="align-right">б</th>\n<th class="align-center">в</th>\n<th>г</th>';

  test.each(['', '<b></b>'])('scroll in a box, their cells aligned by classes %s', async (html) => {
    const text = await htmlOf(
      `| а | б | в | г |\n| :-- | --: | :-: | --- |\n| 1 | 2 | 3 | 4 |\n\n${html}`,
    );
    expect(text).toMatch(
      /^<div class="table" tabindex="0" role="group" aria-label="Таблица"><table>.*<\/table><\/div>/su,
    );
    expect(text).toContain(aligned);
    expect(text).toContain('<td class="align-right">2</td>');
    expect(text).not.toContain('style');
  });
});

describe('footnotes', () => {
  test.each([
    ['kk', 'Ескертпелер'],
    ['ru', 'Примечания'],
    ['en', 'Notes'],
  ])('have a heading in %s', async (locale, heading) => {
    const html = await htmlOf('Текст[^1].\n\n[^1]: Сноска.', 'md', locale);
    expect(html).toContain(`<h2 class="sr-only" id="footnote-label">${heading}</h2>`);
    expect(html).toContain(
      '<a href="#note-fn-1" id="note-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a>',
    );
  });

  test('lead back in the language of the text', async () => {
    expect(await htmlOf('Текст[^1].\n\n[^1]: Сноска.')).toContain(
      'href="#note-fnref-1" data-footnote-backref="" aria-label="Вернуться к сноске 1"',
    );
  });
});

test('nothing is made of quotation marks and hyphens', async () => {
  expect(await htmlOf('«Қала» -- "y" \'z\' ... (c)')).toBe('<p>«Қала» -- "y" \'z\' ... (c)</p>');
});

describe('the words of a text', () => {
  test.each([
    ['paragraphs', 'Раз *два*\nтри.\n\nЧетыре.', 'Раз два три.\nЧетыре.', 'Раз два три.'],
    ['a heading comes before, a list after', '## А\n\nб\n\n- в\n- г\n  - д', 'А\nб\nв\nг\nд', 'б'],
    ['a list with paragraphs', '1. а\n\n   б\n\n2. в', 'а\nб\nв', 'а'],
    ['a quotation', '> а', 'а', 'а'],
    ['a table', '| а | б |\n| --- | --- |\n| в | г |', 'а\nб\nв\nг', 'а; б; в; г'],
    ['a list alone', '## А\n\n- б\n- в\n\n1. г', 'А\nб\nв\nг', 'б; в'],
    ['a list before a paragraph', '- а\n\nб', 'а\nб', 'б'],
    ['terms', '<dl><dt>а</dt><dd>б</dd></dl>', 'а\nб', 'а; б'],
    ['code', '    а\n', 'а', ''],
    ['broken lines', 'а  \nб\\\nв', 'а б в', 'а б в'],
    ['broken lines in HTML', 'а<br>б', 'а б', 'а б'],
    ['a picture is no word', '![а](photo.jpg "б")\n\nв', 'б\nв', 'в'],
    ['footnotes are left out', 'а[^1]\n\n[^1]: б', 'а', 'а'],
    ['a box', '<div>а</div>\n\nб', 'а\nб', 'б'],
    ['nothing', '', '', ''],
  ])('%s', async (_, text, plain, lead) =>
    expect((await render(text)).body).toMatchObject({ plain, lead }),
  );

  test('the title of a notice is not its first paragraph', async () => {
    expect((await render('<Notice title="а">\n\nб\n\n</Notice>', 'mdx')).body).toMatchObject({
      plain: 'а\nб',
      lead: 'б',
    });
  });

  test('a quotation in one line', async () => {
    expect((await render('<Quote by="б">а</Quote>', 'mdx')).body.plain).toBe('а\n— б');
  });
});

describe('a long beginning', () => {
  const sentence = (letters: number) => `Слово ${'а'.repeat(letters - 7)}.`;
  test.each([
    [
      'ends after the last sentence that fits',
      `${sentence(140)} ${sentence(150)} ${sentence(50)}`,
      `${sentence(140)} ${sentence(150)}`,
    ],
    [
      'and not after a town',
      `${sentence(200)} Мост в г. Алматы ${'б'.repeat(200)}.`,
      sentence(200),
    ],
    ['nor after a number', `${sentence(200)} Этап 1. ${'Б'.repeat(200)}.`, sentence(200)],
    ['a question is a sentence, too', `Что это? ${sentence(400)}`, 'Что это?'],
    [
      'one sentence ends after a word',
      `${'слово, '.repeat(60)}конец.`,
      `${'слово, '.repeat(42).slice(0, -2)}…`,
    ],
    ['one of 300 letters stays whole', sentence(300), sentence(300)],
    ['one word', 'а'.repeat(400), `${'а'.repeat(299)}…`],
  ])('%s', async (_what, text, lead) => expect((await render(text)).body.lead).toBe(lead));
});

describe('code runs from left to right', () => {
  const codes = (html: string) =>
    [...html.matchAll(/<(?:pre|code|kbd|samp)[^>]*>/gu)].map(([tag]) => tag);
  test('in a language from right to left', () => {
    const tree = parseHtml('<pre><code>a</code></pre><p>x <kbd>b</kbd></p>');
    directCode(tree, 'rtl');
    expect(codes(toHtml(tree))).toEqual(['<pre dir="ltr">', '<code>', '<kbd dir="ltr">']);
  });
  test('in a passage from right to left, unless its author says otherwise', async () =>
    expect(
      codes(
        await htmlOf(
          '`a`\n\n<div dir="rtl"><code>b</code> <kbd dir="rtl">c</kbd> <samp>d</samp> <p dir="ltr"><code>e</code></p></div>',
        ),
      ),
    ).toEqual(['<code>', '<code dir="ltr">', '<kbd dir="rtl">', '<samp dir="ltr">', '<code>']));
});

test('the old name of a place is its id, unless it has one', async () => {
  expect(await htmlOf('<a name="орын"></a>Текст [сюда](#орын)')).toBe(
    '<p><a id="орын"></a>Текст <a href="#%D0%BE%D1%80%D1%8B%D0%BD">сюда</a></p>',
  );
  expect(await htmlOf('<a name="a" id="b">x</a> <a name="">y</a>')).toBe(
    '<p><a id="b">x</a> <a>y</a></p>',
  );
  expect(await htmlOf('<a name="c">x</a>', 'mdx')).toBe('<a id="c">x</a>');
});
