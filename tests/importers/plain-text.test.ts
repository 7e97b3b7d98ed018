import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderBody } from '#body/render.ts';
import { createMdxRenderer } from '#mdx/renderer.ts';
import { builtInStrings } from '#lang/built-in.ts';
import { createStrings } from '#lang/strings.ts';
import { parseYaml } from '#lang/yaml.ts';
import { announcementFile } from '#schema/announcement.ts';
import { checkValue } from '#schema/check.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import { createClock } from '#clock.ts';
import { visible } from '#importers/tidy.ts';
import { announcementFiles } from '#authoring/write-announcement.ts';
import { readValidSite } from '#site/read-site.ts';
import fc from '../fast-check.ts';
import { writeContent } from '../site/content.ts';
import { read, readFolder, writeFiles } from './reading.ts';

const root = join(import.meta.dirname, '../..');

test('the announcement that ships is made from its plain text, but for what a person has added', async () => {
  const article = readFileSync(join(import.meta.dirname, 'fixtures/source-article.txt'));
  const { made, notes, body } = await readFolder(
    writeFiles({ 'article.txt': article }),
    join(root, 'content'),
  );
  const shipped = splitFrontMatter(
    readFileSync(
      join(root, 'content/announcements/2026/police-working-meeting/index.ru.md'),
      'utf8',
    ),
  )!;
  expect(body()).toBe(shipped.body.replace(/^\n/u, ''));
  const yaml = parseYaml(shipped.yaml) as { value: Record<string, unknown> };
  const { title, date, divisions, people } = yaml.value;
  const { announcement, locales } = made[0]!;
  expect([
    locales[0],
    made[0]!.title,
    announcement.facts.date,
    announcement.facts.divisions,
    announcement.facts.people,
    notes(),
  ]).toEqual(['ru', title, date, divisions, people, []]);
});

describe('the beginning of a text', () => {
  const rest = 'В городе идёт ремонт дорог. Он закончится в мае.';
  test.each<[string, string, string | undefined, string]>([
    ['date 2026-01-22 ' + rest, 'В городе идёт ремонт дорог', '2026-01-22', rest],
    [
      '2026-01-22T10:30+05:00 ' + rest,
      'В городе идёт ремонт дорог',
      '2026-01-22T10:30:00+05:00',
      rest,
    ],
    ['Дата: 22.01.2026\n' + rest, 'В городе идёт ремонт дорог', '2026-01-22', rest],
    ['г. Алматы, 22 января 2026 г.\n\n' + rest, 'В городе идёт ремонт дорог', '2026-01-22', rest],
    [
      '2026 жылғы 22 қаңтар\nҚалада жол жөнделіп жатыр. Мамырда бітеді.',
      'Қалада жол жөнделіп жатыр',
      '2026-01-22',
      'Қалада жол жөнделіп жатыр. Мамырда бітеді.',
    ],
    ['Ремонт дорог\n22.01.2026\n' + rest, 'Ремонт дорог', '2026-01-22', rest],
    [
      '2026 жылғы 22 қаңтар\nЖол апталығы\n\nҚалада жол жөнделіп жатыр.',
      'Жол апталығы',
      '2026-01-22',
      'Қалада жол жөнделіп жатыр.',
    ],
    [
      '22 января 2026 года начался ремонт дорог. Он идёт.',
      '22 января 2026 года начался ремонт дорог',
      undefined,
      '22 января 2026 года начался ремонт дорог. Он идёт.',
    ],
    [
      'Встреча прошла в г. Алматы. Её провёл А. Б. Омаров. Он рад.',
      'Встреча прошла в г. Алматы',
      undefined,
      'Встреча прошла в г. Алматы. Её провёл А. Б. Омаров. Он рад.',
    ],
    [
      'Начальник сказал: «Ремонт идёт. Он важен» — и ушёл. Все согласны.',
      'Начальник сказал: «Ремонт идёт. Он важен» — и ушёл',
      undefined,
      'Начальник сказал: «Ремонт идёт. Он важен» — и ушёл. Все согласны.',
    ],
    ['31.02.2026\n' + rest, '31.02.2026', undefined, rest],
  ])('%j', async (text, title, date, words) => {
    const { made, body, notes } = await read({ 'x.txt': text });
    expect([made[0]!.title, body().trim()]).toEqual([title, words]);
    expect(notes().includes('no-date')).toBe(date === undefined);
    if (date) expect(made[0]!.announcement.facts.date).toBe(date);
  });
});

test('lists, direct speech, and signs that Markdown would take for its own', async () => {
  const { body } = await read({
    'x.txt':
      'Заголовок\n\nЧто сделано:\n\n- одно * и *\n- другое_и_\n\n1) первое\n2) второе\n\n— Я рад, — сказал он.\n\n«Мы сделали всё, что обещали жителям города», — отметил начальник.\n\n# не заголовок <script>alert(1)</script> [не ссылка](javascript:x)\n\n2026. Год\n\n    отступ\n',
  });
  expect(body()).toBe(`Что сделано:

- одно \\* и \\*
- другое_и\\_

1. первое
2. второе

— Я рад, — сказал он.

> «Мы сделали всё, что обещали жителям города», — отметил начальник.

\\# не заголовок \\<script>alert(1)\\</script> \\[не ссылка]\\(javascript:x)

2026\\. Год

отступ
`);
});

test('lines that a program has broken are joined, lines that a person has ended are not', async () => {
  const wrapped =
    'В городе идёт ремонт дорог, и закончится он,\nкак говорят, в мае этого года, если погода\nпозволит.';
  const { body } = await read({ 'x.txt': `Заголовок\n\n${wrapped}\n\nУлица Абая\nУлица Гоголя\n` });
  expect(body()).toBe(`${wrapped.replaceAll('\n', ' ')}\n\nУлица Абая\n\nУлица Гоголя\n`);
});

test('old encodings are read, and told of', async () => {
  const windows = Buffer.from([
    0xcd, 0xe5, 0xe4, 0xe5, 0xeb, 0xff, 0x20, 0xe4, 0xee, 0xf0, 0xee, 0xe3, 0x2e,
  ]);
  const { made, notes, refused } = await read({
    '1.txt': windows,
    '2.txt': Buffer.from('\uFEFFЖол апталығы.', 'utf16le'),
    '3.txt': Buffer.from([0, 1, 2, 3]),
    '4.txt': Buffer.from([0xff, 0xc0, 0x80]),
  });
  expect(made.map(({ title, locales: [locale] }) => [title, locale])).toEqual([
    ['Неделя дорог', 'ru'],
    ['Жол апталығы', 'kk'],
  ]);
  expect([notes(0), notes(1)]).toEqual([['old-encoding', 'no-date'], ['no-date']]);
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['3.txt', 'undecodable'],
    ['4.txt', 'undecodable'],
  ]);
});

test('what has to be seen to is a draft; nothing else is, when that was asked for', async () => {
  const [sound, undated] = ['date 2026-01-22 Неделя дорог прошла.', 'Неделя дорог прошла.'];
  expect((await read({ 'a.txt': sound })).made[0]!.draft).toBe(false);
  expect((await read({ 'a.txt': undated })).made[0]!.draft).toBe(true);
  expect((await read({ 'a.txt': sound }, { ready: false })).made[0]!.draft).toBe(true);
});

test('two of one title have two addresses, also beside one that is there', async () => {
  const { made } = await read(
    {
      'a.txt': 'date 2026-01-22 Неделя дорог. Первая.',
      'b.txt': 'date 2026-01-22 Неделя дорог. Вторая.',
    },
    {
      content: {
        'announcements/2026/nedelia-dorog/index.ru.md':
          '---\ntitle: X\ndate: 2026-01-20\n---\n\nX\n',
      },
    },
  );
  expect(made.map(({ folder }) => folder)).toEqual([
    'announcements/2026/nedelia-dorog-2',
    'announcements/2026/nedelia-dorog-3',
  ]);
});

const strings = createStrings('ru', builtInStrings('ru') as never);
const context = {
  page: 'https://press.example.org/ru/x/',
  strings,
  base: '/',
  mdx: createMdxRenderer(),
  address: '/ru/news/2026/x/',
  has: () => false,
  picture: () => Promise.reject(new Error('no picture')),
};
const signs = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'\n\n\t -*_#>[]()!`~|<&;:.«»—"\\1aжқ\u00A0\u200B\uFEFF\r\u0007',
      '://',
      '---\n',
      '```',
      '{x}',
      '<b>',
      '&amp;',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
  maxLength: 60,
});

test('any text gives an announcement that the site reads and shows word for word, or a refusal', async () => {
  const content = writeContent({});
  await fc.assert(
    fc.asyncProperty(signs, async (text) => {
      const { made, refused } = await readFolder(writeFiles({ 'x.txt': text }), content);
      expect(made.length + refused.length).toBe(1);
      if (!made[0]) return;
      const file = String([...announcementFiles(made[0].announcement).values()][0]);
      const parts = splitFrontMatter(file)!;
      const yaml = parseYaml(parts.yaml);
      if ('faults' in yaml) throw new Error(JSON.stringify(yaml.faults));
      expect(checkValue(announcementFile, yaml, 'x')).toHaveProperty('value');
      const { body, problems } = await renderBody(
        { file: 'x', format: 'md', body: parts.body, bodyLine: 1 },
        context,
      );
      expect(problems).toEqual([]);
      // Nothing is lost and nothing understood that was not meant: the letters are those of the text, with its title or without.
      const letters = (words: string) => words.replaceAll(/[^\p{L}]/gu, '');
      const { title } = made[0].announcement.texts.get(made[0].locales[0]!)!.fields;
      expect([letters(body.plain), letters(title + body.plain)]).toContain(letters(visible(text)));
      expect(body.html).not.toMatch(/<(?!\/?(?:p|ul|ol|li|blockquote|br|h2)\b)/u);
    }),
    { numRuns: 150 },
  );
});

test('what is imported builds with the site', async () => {
  const content = writeContent({});
  const { made } = await readFolder(
    writeFiles({
      'x.txt': 'date 2026-01-22 Неделя дорог прошла. А. Омаров рад: дорожная полиция работала.',
    }),
    content,
  );
  expect(made[0]!.announcement.facts).toMatchObject({
    people: ['a-omarov'],
    divisions: ['traffic'],
  });
  const files = Object.fromEntries(
    [...announcementFiles(made[0]!.announcement)].map(([name, text]) => [
      `${made[0]!.folder}/${name}`,
      text,
    ]),
  );
  const model = readValidSite({
    folder: writeContent(files),
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
  });
  expect(model.announcements.map(({ slug }) => slug)).toEqual([
    'nedelia-dorog-proshla',
    'road-week',
  ]);
});

test('marks of other programs and broken letters are told', async () => {
  const { made } = await read({
    'a.txt':
      'Ремонт улицы\n\n22 января 2026 года\n\nСегодня **важно** [gallery ids="1"] м?гази? закрыт.\n',
  });
  expect(made[0]?.notes).toEqual([
    { id: 'mark-left', params: { mark: '**важно**' } },
    { id: 'mark-left', params: { mark: '[gallery ids="1"]' } },
    { id: 'broken-letters', params: { text: 'м?гази?' } },
  ]);
});
