import { describe, expect, test } from 'vitest';
import { literalMarksRule } from '#checks/rules/literal-marks.ts';
import { markup } from '#checks/rules/markup.ts';
import { mixedScriptsRule, mixedWords } from '#checks/rules/mixed-scripts.ts';
import { textLanguage } from '#checks/rules/text-language.ts';
import { inKazakh, inRussian, markdown, week } from '../site/content.ts';
import { findingsIn } from './finished-site.ts';

describe('mixed-scripts', () => {
  test.each([
    ['пoлиция', 'полиция'],
    ['Aлматы', 'Алматы'],
    ['тәртiп', 'тәртіп'],
    ['əділет', 'әділет'],
    ['hабарлама', 'һабарлама'],
    ['Сoca', 'Coca'],
  ])('%s is meant to be %s', (word, corrected) =>
    expect(mixedWords(`«${word}», 2026`)).toEqual([{ word, corrected }]),
  );

  test.each([
    'PDFте',
    'ATMде',
    'SMSтің',
    'Kaspiге',
    'Xiaomiді',
    'COVID-19-бен',
    'IT-компания',
    'Wi-Fi-ға',
    'e-Gov порталы',
    'Қазақстан',
    'Police',
    'III тоқсан',
    'ХХІ ғасыр',
    'I тоқсан',
  ])('%s is fine', (text) => expect(mixedWords(text)).toEqual([]));

  test('it is told with its line; code, addresses and names of fields are no words', async () => {
    const body =
      'Обычная строка.\n\nЗдесь пoлиция, `пoлиция`, [ссылка](/ru/пoлиция/), https://пoлиция.example.\n';
    const found = await findingsIn(
      [mixedScriptsRule],
      {
        ...inRussian('topics: [safety]'),
        [`${week}/index.kk.md`]: markdown(['title: Жoл апталығы']),
        [`${week}/index.ru.md`]: markdown(['title: Неделя дорог', 'date: 2026-01-22'], body),
      },
      {},
    );
    expect(
      found.map(({ id, severity, file, line, params }) => [id, severity, file, line, params]),
    ).toEqual([
      ['mixed-scripts', 'warning', `${week}/index.kk.md`, 2, { word: 'Жoл', corrected: 'Жол' }],
      [
        'mixed-scripts',
        'warning',
        `${week}/index.ru.md`,
        7,
        { word: 'пoлиция', corrected: 'полиция' },
      ],
    ]);
  });

  test('of what is held nothing is told', async () => {
    expect(
      await findingsIn(
        [mixedScriptsRule],
        {
          ...inKazakh(),
          [`${week}/index.ru.md`]: markdown(['title: Недeля', 'date: 2026-01-22', 'draft: true']),
        },
        {},
      ),
    ).toEqual([]);
  });
});

describe('text-language', () => {
  const russian =
    'В департаменте полиции рассказали о том, как прошла неделя безопасности дорожного движения в области.';
  const kazakhText =
    'Полиция департаментінде облыста жол қозғалысы қауіпсіздігі апталығының қалай өткені туралы айтылды.';
  const found = async (kk: string, ru: string) => {
    const findings = await findingsIn(
      [textLanguage],
      {
        [`${week}/index.kk.md`]: markdown(['title: Апта'], kk),
        [`${week}/index.ru.md`]: markdown(['title: Неделя', 'date: 2026-01-22'], ru),
      },
      {},
    );
    return findings.map(({ id, severity, file, params }) => [id, severity, file, params.locale]);
  };

  test('each in its own language is fine', async () =>
    expect(await found(kazakhText, russian)).toEqual([]));
  test('a Russian text in the Kazakh file', async () =>
    expect(await found(russian, russian)).toEqual([
      ['other-language', 'error', `${week}/index.kk.md`, 'kk'],
    ]));
  test('a Kazakh text in the Russian file', async () =>
    expect(await found(kazakhText, kazakhText)).toEqual([
      ['other-language', 'warning', `${week}/index.ru.md`, 'ru'],
    ]));
  test('a right title over a body in another language', async () => {
    const findings = await findingsIn(
      [textLanguage],
      {
        [`${week}/index.kk.md`]: markdown(['title: Жол қозғалысы қауіпсіздігі апталығы'], russian),
        [`${week}/index.ru.md`]: markdown(
          ['title: Неделя безопасности дорожного движения в области', 'date: 2026-01-22'],
          kazakhText,
        ),
      },
      {},
    );
    expect(findings.map(({ severity, file, line }) => [severity, file, line])).toEqual([
      ['error', `${week}/index.kk.md`, 4],
      ['warning', `${week}/index.ru.md`, 2],
    ]);
  });
  test('too short to tell', async () => expect(await found('Сурет.', 'Қала.')).toEqual([]));
  test('a Kazakh name in a Russian text', async () =>
    expect(await found(kazakhText, `${russian} Его провёл Ғабит Мүсірепов.`)).toEqual([]));
  test('English words in a Kazakh text', async () =>
    expect(
      await found(
        'The quick brown fox jumps over the lazy dog, and then does it again and again.',
        russian,
      ),
    ).toEqual([]));
});

describe('markup', () => {
  const found = async (body: string, format = 'md') => {
    const findings = await findingsIn(
      [markup],
      {
        ...inKazakh(),
        [`${week}/index.ru.md`]: undefined,
        [`${week}/index.ru.${format}`]: markdown(['title: Неделя', 'date: 2026-01-22'], body),
      },
      {},
    );
    return findings.map(({ id, severity, line, params }) => [id, severity, line, params]);
  };
  test.each([
    [
      'a link without words',
      'А [](https://example.org/)',
      'wordless-link',
      { address: 'https://example.org/' },
    ],
    ['one in HTML', 'А <a href="/ru/x/"></a>.', 'wordless-link', { address: '/ru/x/' }],
    ['a heading without words', '## \n\nА', 'empty-heading', {}],
    ['no words at all', '\n\n', 'no-words', {}],
    ['a comment alone', '<!-- Напишите текст здесь. -->', 'no-words', {}],
  ])('%s', async (_what, body, id, params) =>
    expect(await found(body)).toEqual([[id, 'warning', 5, params]]),
  );
  test('headings that leave out a level', async () =>
    expect(await found('### А\n\n#### Б\n\n## В\n\n#### Г **д**\n\nТекст')).toEqual([
      ['heading-skips', 'advice', 5, { heading: 'А', corrected: '## А' }],
      ['heading-skips', 'advice', 11, { heading: 'Г д', corrected: '### Г д' }],
    ]));
  test.each([
    ['words', '## А\n\n### Б\n\n#### В\n\n## Г\n\n[а](/ru/) <a id="x"></a> <a href="/ru/">б</a>'],
    ['a list', '- а'],
    ['code', '    а'],
    ['a table in HTML', '<table><tr><td>а</td></tr></table>'],
  ])('%s are fine', async (_what, body) => expect(await found(body)).toEqual([]));
});

test('literal-marks: what may be meant so in a body is a warning, what no field can have an error', async () => {
  const found = await findingsIn(
    [literalMarksRule],
    {
      ...inRussian('topics: [safety]'),
      [`${week}/index.kk.md`]: markdown(['title: Жол апталығы', 'summary: Бұл **маңызды** іс']),
      [`${week}/index.ru.md`]: markdown(
        ['title: Неделя дорог', 'date: 2026-01-22'],
        'Нужно:\n• паспорт;\n• справка.\n\n`:smile:`\n',
      ),
    },
    {},
  );
  expect(
    found.map(({ id, severity, file, line, params }) => [id, severity, file, line, params]),
  ).toEqual([
    [
      'literal-mark',
      'error',
      `${week}/index.kk.md`,
      3,
      { mark: '**маңызды**', nearest: 'Бұл маңызды іс' },
    ],
    ['literal-mark', 'warning', `${week}/index.ru.md`, 6, { mark: '•', nearest: '- паспорт;' }],
  ]);
});
