import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { editorLocale, problemsForMachines, reportProblems } from '#cli/terminal/problem-report.ts';
import type { Problem } from '#schema/problem.ts';
import type { EditorLocale } from '#schema/wording.ts';

const problems: Problem[] = [
  { id: 'undecodable', file: 'topics.yaml', params: {} },
  { id: 'duplicate-key', file: 'site.yaml', line: 12, params: { key: 'name' } },
  { id: 'unknown-topic', file: 'site.yaml', line: 4, params: { id: 'saftey', nearest: 'safety' } },
];
const report = (some: readonly Problem[], locale: EditorLocale = 'en') =>
  stripVTControlCharacters(reportProblems(some, { locale, prefix: 'content/' }));

test('file by file, line by line, what is wrong and what to do', () => {
  expect(report(problems)).toBe(`content/site.yaml:4
  The topic “saftey” is not in topics.yaml.
    Write “safety”, or add “saftey” to topics.yaml with its label in every
    language.
content/site.yaml:12
  The field “name” is written twice.
    Keep one of the two lines and delete the other.

content/topics.yaml
  The file is not saved in the encoding UTF-8, so its letters cannot be read.
    Open the file in a text editor and save it again, choosing UTF-8 as the
    encoding.

3 problems were found. Nothing has been changed on the site.
`);
});

test('the same for a program, in the same order', () => {
  expect(
    problemsForMachines(problems, { locale: 'en', prefix: 'content/' }).map(
      ({ file, line, id, what }) => [file, line, id, what],
    ),
  ).toEqual([
    ['content/site.yaml', 4, 'unknown-topic', 'The topic “saftey” is not in topics.yaml.'],
    ['content/site.yaml', 12, 'duplicate-key', 'The field “name” is written twice.'],
    [
      'content/topics.yaml',
      undefined,
      'undecodable',
      'The file is not saved in the encoding UTF-8, so its letters cannot be read.',
    ],
  ]);
});

test.each([
  ['kk', 1, '1 қате табылды. Сайтта ештеңе өзгерген жоқ.'],
  ['ru', 1, 'Найдена 1 ошибка. На сайте ничего не изменилось.'],
  ['ru', 3, 'Найдено 3 ошибки. На сайте ничего не изменилось.'],
  ['ru', 5, 'Найдено 5 ошибок. На сайте ничего не изменилось.'],
  ['en', 1, '1 problem was found. Nothing has been changed on the site.'],
] as const)('the last line in %s of %d', (locale, count, line) => {
  const same = Array.from({ length: count }, (): Problem => problems[0]!);
  expect(report(same, locale).trimEnd().split('\n').at(-1)).toBe(line);
});

test('no line is longer than 80 columns, but an address stays whole', () => {
  const address = `https://example.org/${'x'.repeat(100)}`;
  const lines = report(
    [
      ...problems,
      { id: 'bad-url', file: 'site.yaml', line: 2, params: { field: 'url', value: address } },
    ],
    'kk',
  ).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([expect.stringContaining(address)]);
});

test('a line to paste is never wrapped', () => {
  const corrected =
    "title: 'Түнгі патруль: күшейтілген қызмет  туралы екі тілдегі ұзақ тақырып, ол сексен бағаннан асады'";
  const lines = report([
    { id: 'needs-quotes', file: 'a.md', line: 2, params: { corrected } },
  ]).split('\n');
  expect(lines).toContain('    Write the line like this:');
  expect(lines).toContain(`    ${corrected}`);
});

test('content cannot command the terminal', () => {
  expect(
    reportProblems(
      [
        {
          id: 'duplicate-key',
          file: 'a\u001B[2J.yaml',
          line: 1,
          params: { key: '\u001B]0;x\u0007' },
        },
      ],
      { locale: 'en', prefix: '' },
    ),
  ).not.toMatch(/\u001B\[2J|\u001B\]|\u0007/u);
});

describe('the language of the person at the terminal', () => {
  test.each([
    [{}, undefined, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, undefined, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'kk_KZ.UTF-8' }, undefined, 'kk'],
    [{ LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'kk_KZ', LC_ALL: 'en_US' }, undefined, 'en'],
    [{ LANG: 'ru', LC_ALL: '' }, undefined, 'ru'],
    [{ LANG: 'C.UTF-8' }, undefined, 'en'],
    [{ LANG: 'de_DE' }, undefined, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, 'kk', 'kk'],
    [{}, 'kk-KZ', 'kk'],
    [{ LANG: 'ru' }, 'de', 'en'],
  ])('%j and --lang %s: %s', (env, flag, locale) => expect(editorLocale(env, flag)).toBe(locale));
});
