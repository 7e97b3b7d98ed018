import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { Problems, type Reported } from '#schema/problem.ts';
import { readSite } from '#site/read-site.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  problem,
  readContent,
  settings,
  settingsWith,
  week,
  writeContent,
} from './content.ts';

const ru = `${week}/index.ru.md`;
const clock = createClock(new Date('2026-02-01T12:00:00+05:00'));

/** What is wrong with a folder, all that is read of it considered: texts, pictures, files. */
async function problemsOf(folder: string): Promise<readonly Reported[]> {
  try {
    await makeSnapshot({ folder, clock });
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
}

const faultsOf = (changes: Content) => readContent(changes).problems;
const bytes = (...parts: Array<string | number[]>) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test.each<[string, string, number | undefined]>([
  ['both versions', '<<<<<<< HEAD\nодин\n=======\nдва\n>>>>>>> branch\n', 5],
  ['with line ends of Windows', '<<<<<<< HEAD\r\nодин\r\n=======\r\nдва\r\n>>>>>>> b\r\n', 5],
  ['with the common ancestor', 'a\n<<<<<<< HEAD\n||||||| 1a2b\n=======\n>>>>>>> b\n', 6],
  ['what half a correction left', 'один\n=======\nдва\n>>>>>>> branch\n', 8],
  ['no conflict: a heading', 'Заголовок\n=======\n', undefined],
  ['no conflict: a quotation', '>>>>>>> Слова\n', undefined],
])('a merge conflict is published by nobody: %s', (_, body, line) =>
  expect(faultsOf({ [ru]: markdown(['title: Неделя', 'date: 2026-01-22'], body) })).toEqual(
    line === undefined ? [] : [problem('merge-conflict', ru, line, {})],
  ),
);
test.each([
  ['site.yaml', [...settings, '<<<<<<< HEAD', 'hub: https://a.example/', '=======', '>>>>>>> b']],
  [ru, ['---', '<<<<<<< HEAD', 'title: a', '=======', 'title: b', '>>>>>>> b', '---']],
])('nor one in the fields of %s', (file, lines) =>
  expect(faultsOf({ [file]: lines.join('\n') })[0]).toMatchObject({ id: 'merge-conflict', file }),
);

test.each([
  ['a zero-width space', '\u200b'],
  ['a joiner and a mark of direction', '\u2060\u200e'],
  ['a filler of Korean', '\u3164'],
  ['the blank of Braille', '\u2800'],
  ['a soft hyphen', '\u00ad'],
  ['a mark on nothing', '\u0301'],
  ['wide spaces', '\u2003\u3000'],
])('a title in which nothing can be seen is none: %s', (_, title) =>
  expect(faultsOf({ [ru]: markdown([`title: "${title}"`, 'date: 2026-01-22']) })).toEqual([
    problem('missing-field', ru, expect.any(Number) as number, { field: 'title' }),
  ]),
);

test.each<[string, string, boolean]>([
  ['an override', '\u202eагам\u202c', true],
  ['an embedding without its end', '\u202bНеделя', true],
  ['an isolate without its end', 'Неделя \u2067x', true],
  ['an end without a beginning', 'Неделя\u2069', true],
  ['a whole isolate', 'Неделя \u2067שבוע\u2069 дорог', false],
  ['a mark', 'Неделя\u200f', false],
])('a title does not turn the text around it: %s', (_, title, isRefused) =>
  expect(faultsOf({ [ru]: markdown([`title: "${title}"`, 'date: 2026-01-22']) })).toEqual(
    isRefused ? [problem('turned-text', ru, 2, { field: 'title', value: title })] : [],
  ),
);

test('the name of a feed is no address of an announcement', () => {
  const file = 'announcements/2026/feed/index.ru.md';
  expect(faultsOf({ [file]: markdown(['title: Лента', 'date: 2026-01-22']) })).toEqual([
    problem('reserved-address', 'announcements/2026/feed', undefined, { address: '/feed.json' }),
  ]);
});

describe('characters that no text holds', () => {
  test.each<[string, string | Uint8Array, Reported]>([
    [
      'NUL in the text',
      markdown(['title: Неделя', 'date: 2026-01-22'], 'a\0b\n'),
      problem('bad-character', ru, 5, { character: 'U+0000' }),
    ],
    [
      'a bell in a field',
      markdown(['title: Неделя', 'date: 2026-01-22', 'summary: a\u0007']),
      problem('bad-character', ru, 4, { character: 'U+0007' }),
    ],
    [
      'NUL as an escape',
      markdown(['title: Неделя', 'date: 2026-01-22', 'summary: "a\\0"']),
      problem('bad-character', ru, 4, { character: 'U+0000' }),
    ],
    [
      'half a surrogate pair as an escape',
      markdown(['title: "\\ud83d"', 'date: 2026-01-22']),
      problem('bad-character', ru, 2, { character: 'U+D83D' }),
    ],
    [
      'in a list',
      markdown(['title: Неделя', 'date: 2026-01-22', 'privacyOk:', '  - a', '  - "b\\x1b"']),
      problem('bad-character', ru, 6, { character: 'U+001B' }),
    ],
    [
      'in the name of a field',
      markdown(['title: Неделя', 'date: 2026-01-22', '"a\\x1b": b']),
      problem('bad-character', ru, 4, { character: 'U+001B' }),
    ],
    [
      'not UTF-8, on the third line',
      bytes('---\ntitle: Неделя\ndate: ', [0xc0, 0x80], '\n---\n'),
      problem('undecodable', ru, 3),
    ],
    [
      'half a surrogate pair in bytes',
      bytes('---\ntitle: ', [0xed, 0xa0, 0x80], '\n---\n'),
      problem('undecodable', ru, 2),
    ],
  ])('%s', (_, text, expected) => expect(faultsOf({ [ru]: text })).toEqual([expected]));
});

describe('files without measure', () => {
  test.each([
    [
      'a text',
      { [ru]: markdown(['title: Неделя', 'date: 2026-01-22'], 'слово '.repeat(1_000_000)) },
      ru,
    ],
    [
      'front matter',
      {
        [ru]: markdown([
          'title: Неделя',
          'date: 2026-01-22',
          `summary: ${'слово '.repeat(60_000)}`,
        ]),
      },
      ru,
    ],
    [
      'a list of topics',
      { 'topics.yaml': 'a: { label: { kk: a, ru: b } }\n'.repeat(20_000) },
      'topics.yaml',
    ],
  ])('%s', (_, changes, file) =>
    expect(faultsOf(changes)).toContainEqual(problem('too-large', file, undefined, { limit: 512 })),
  );

  test.each<[string, string[]]>([
    [
      'aliases of aliases',
      [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefghij'].map(
          (name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]}, `.repeat(10)}]`,
        ),
      ],
    ],
    ['an alias of itself', ['a: &a [*a]']],
    ['a thousand lists in lists', [`a: ${'['.repeat(1000)}${']'.repeat(1000)}`]],
    ['lists in lists without an end', [`a: ${'['.repeat(100_000)}`]],
    ['fields in fields', [`a: ${'{ a: '.repeat(10_000)}`]],
    ['lists by hyphens', [`a:\n  ${'- '.repeat(10_000)}x`]],
    [
      'thousands of lines that are none',
      Array.from({ length: 5000 }, (_, index) => `a${index}: b: c`),
    ],
    [
      'thousands of fields that nobody knows',
      Array.from({ length: 20_000 }, (_, index) => `a${index}: b`),
    ],
    [
      'thousands of topics that nobody knows',
      ['topics:', ...Array.from({ length: 20_000 }, (_, index) => `  - topic-${index}`)],
    ],
    [
      'thousands of topics of the wrong form',
      ['topics:', ...Array.from({ length: 20_000 }, (_, index) => `  - Topic ${index}`)],
    ],
  ])('%s', (_, fields) => {
    const problems = faultsOf({
      [ru]: markdown(['title: Неделя', 'date: 2026-01-22', ...fields]),
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ file, line }) => file === ru && line! >= 1)).toBe(true);
    // What is told of a value is enough to find it, and no more.
    expect(Math.max(...problems.map(({ params }) => JSON.stringify(params).length))).toBeLessThan(
      2000,
    );
  });
});

describe('links of the file system', () => {
  const outside = (place: string) => (folder: string) =>
    symlinkSync(place, join(folder, week, 'plan.txt'));

  test.each<[string, (folder: string) => void, string]>([
    ['out of the content', outside('/etc/passwd'), `${week}/plan.txt`],
    [
      'out of the content, by dots',
      outside('../../../../../../../../../../../../etc/passwd'),
      `${week}/plan.txt`,
    ],
    ['to nowhere', outside('nothing.txt'), `${week}/plan.txt`],
    ['to itself', outside('plan.txt'), `${week}/plan.txt`],
    [
      'to a folder outside',
      (folder) => symlinkSync('/etc', join(folder, 'announcements/2026/other')),
      'announcements/2026/other',
    ],
    [
      'in place of a text',
      (folder) => symlinkSync('/etc/passwd', join(folder, week, 'index.en.md')),
      `${week}/index.en.md`,
    ],
    [
      'in place of settings',
      (folder) => symlinkSync('/etc/passwd', join(folder, 'permalinks.yaml')),
      'permalinks.yaml',
    ],
    [
      'a pipe, which nobody would ever write into',
      (folder) => void execFileSync('mkfifo', [join(folder, week, 'plan.txt')]),
      `${week}/plan.txt`,
    ],
  ])('%s', (_, make, file) => {
    const folder = writeContent({});
    make(folder);
    expect(readSite({ folder, clock }).problems).toContainEqual(
      problem('leads-outside', file, undefined),
    );
  });

  test('inside the content they are as good as files, and the folder itself may be one', async () => {
    const folder = writeContent({
      ...inRussian('attachments: [{ file: ./plan.txt, title: План }]'),
      ...inKazakh('attachments: [{ file: ./plan.txt, title: Жоспар }]'),
    });
    writeFileSync(join(folder, week, 'real.txt'), 'план');
    symlinkSync('real.txt', join(folder, week, 'plan.txt'));
    const link = join(writeContent({}), 'link');
    symlinkSync(folder, link);
    expect(await problemsOf(link)).toEqual([]);
  });
});

describe('files that are not what their names say', () => {
  const attached = (name: string, content: string | Uint8Array): Content => ({
    ...inRussian(`attachments: [{ file: ./${name}, title: План }]`),
    ...inKazakh(`attachments: [{ file: ./${name}, title: Жоспар }]`),
    [`${week}/${name}`]: content,
  });

  test.each([
    ['plan.pdf', '<!doctype html><script>alert(1)</script>'],
    ['plan.docx', 'Текст'],
    ['plan.zip', 'MZ\u0090'],
    ['plan.csv', '\ufeff \n<!DOCTYPE html>'],
    ['plan.txt', '<script>alert(1)</script>'],
    ['plan.txt', 'MZ\0\0\0'],
    ['plan.ics', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%s: %j', async (name, content) => {
    const ending = name.slice(name.indexOf('.') + 1).toUpperCase();
    expect(await problemsOf(writeContent(attached(name, content)))).toEqual([
      problem('file-content', `${week}/${name}`, undefined, { path: name, ending }),
    ]);
  });

  test.each<[string, string | Uint8Array]>([
    ['plan.pdf', '%PDF-1.7\n'],
    ['plan.xlsx', 'PK\x03\x04…'],
    ['plan.csv', 'a;b < c\n'],
    ['plan.csv', Buffer.from('\ufeffкүн;а\n', 'utf16le')],
    ['plan.txt', Buffer.from([0xcf, 0xeb, 0xe0, 0xed])],
    ['plan.ics', '\ufeffBEGIN:VCALENDAR\r\n'],
  ])('%s is: %j', async (name, content) =>
    expect(await problemsOf(writeContent(attached(name, content)))).toEqual([]),
  );
});

describe('the emblem', () => {
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;
  const problemsWith = (name: string, content: string | Uint8Array | undefined) =>
    problemsOf(writeContent({ 'site.yaml': settingsWith(`emblem: ./${name}`), [name]: content }));

  test.each([
    ['emblem.svg', svg('<script>alert(1)</script>'), 'picture-svg'],
    ['emblem.svg', svg('<rect onload="alert(1)"/>'), 'picture-svg'],
    ['emblem.svg', svg('<a href="javascript:alert(1)">x</a>'), 'picture-svg'],
    ['emblem.svg', svg('<image href="https://example.org/x.png"/>'), 'picture-svg'],
    ['emblem.svg', svg('<style>@import "//example.org/x.css"</style>'), 'picture-svg'],
    ['emblem.svg', svg('<rect fill="url(https://example.org/#x)"/>'), 'picture-svg'],
    ['emblem.svg', svg('<foreignObject><iframe/></foreignObject>'), 'picture-svg'],
    ['emblem.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`, 'picture-svg'],
    ['emblem.html', svg(''), 'picture-not-a-picture'],
    ['emblem.png', svg(''), 'picture-not-a-picture'],
    ['emblem.svg', '<html><svg></svg></html>x', 'picture-not-a-picture'],
    ['emblem.png', undefined, 'missing-picture'],
  ] as const)('%s: %j', async (name, content, id) => {
    expect(await problemsWith(name, content)).toEqual([
      problem(id, 'site.yaml', undefined, { path: name }),
    ]);
  });

  test('a drawing that only draws', async () => {
    const drawing = svg(
      '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/><style>.a { fill: red }</style>',
    );
    expect(await problemsWith('emblem.svg', drawing)).toEqual([]);
  });
});

describe('a picture that is a bomb', () => {
  test('thirty thousand pixels a side in sixty bytes', async () => {
    // A GIF: logical screen and image of 65,535 × 65,535, and nothing in it.
    const gif = Buffer.concat([
      Buffer.from('GIF89a'),
      Buffer.from([
        0xff, 0xff, 0xff, 0xff, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0, 0xff, 0xff,
        0xff, 0xff, 0, 2, 2, 0x44, 1, 0, 0x3b,
      ]),
    ]);
    const cover = ['cover: ./photo.gif', 'coverAlt: Фото'];
    const folder = writeContent({
      ...inRussian(...cover),
      ...inKazakh(...cover),
      [`${week}/photo.gif`]: gif,
    });
    const problems = await problemsOf(folder);
    expect(problems.map(({ id }) => id)).toEqual([
      'picture-too-many-pixels',
      'picture-too-many-pixels',
    ]);
  });
});

describe('old addresses', () => {
  const alias = (address: string) => faultsOf(inRussian(`aliases: [${JSON.stringify(address)}]`));
  test.each([
    ...[
      '/ru/../../etc/x/',
      '/ru/%2e%2e/x/',
      '/ru/./x/',
      '/ru/a//b/',
      '//example.org/',
      '/ru/a%2F%2Fb/',
      '/ru/a\\b/',
      '/ru/%5c/',
    ],
    ...[
      '/ru/a\nb/',
      '/ru/a%0Ab/',
      '/ru/a b/',
      '/ru/{$HOME}/',
      '/ru/%7Benv.HOME%7D/',
      '/ru/"/',
      '/ru/$uri/',
      '/ru/<b>/',
      '/ru/\0/',
      '/ru/%00/',
      '/ru/%/',
      '/ru/\ud800/',
    ],
  ])('%j is none', (address) => expect(alias(address)).toHaveLength(1));

  test.each([
    '/ru/a;b/',
    "/ru/it's/",
    '/ru/ескі/',
    '/ru/%D0%B0/',
    '/ru/a(1)*:@&=+,~!.html',
    '/ru/...',
  ])('%j is one', (address) => expect(alias(address)).toEqual([]));

  test.each([
    'moved to //example.org/',
    'moved to /ru/../x/',
    'moved to /ru/"/',
    'moved to ru/',
    'moved to javascript:alert(1)',
  ])('nothing is %s', (decision) => {
    expect(faultsOf({ 'permalinks.yaml': `/ru/old/: '${decision}'\n` })).toMatchObject([
      { id: 'bad-format', file: 'permalinks.yaml', line: 1 },
    ]);
  });
});

test('a folder that calls itself a picture is none', () => {
  const folder = writeContent(inRussian('cover: ./photo.jpg', 'coverAlt: Фото'));
  mkdirSync(join(folder, week, 'photo.jpg'));
  expect(readSite({ folder, clock }).problems.map(({ id }) => id)).toContain('missing-picture');
});
