import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { tableFile } from '#search/document-table.ts';
import { type Fragment, unpack } from '#search/pagefind-files.ts';
import { placesOf } from '#search/places.ts';
import { type SearchRecord, searchRecords } from '#search/records.ts';
import { vocabularySize } from '#search/vocabulary-file.ts';
import { makeSearchFiles } from '#search/search-files.ts';
import { inKazakh, inRussian, markdown, writeContent } from '../site/content.ts';

const facets: SearchRecord['facets'] = {
  date: '2026-01-22',
  kind: 'news',
  topic: ['roads', 'safety'],
  division: ['traffic', 'press'],
};

function record(number: number, text: Partial<SearchRecord> = {}): SearchRecord {
  const shown = { date: '22 января 2026 г.', topics: 'Дороги' };
  return {
    url: `/ru/news/2026/n${number}/`,
    title: `Новость ${number}`,
    summary: '',
    body: 'Текст.',
    names: [],
    facets,
    shown,
    ...text,
  };
}

const records: SearchRecord[] = [
  record(0, {
    title: 'Новая дорога',
    summary: 'Кратко о дороге.',
    body: 'Ёлку — «привезли».\n\nВторой <абзац> & конец.',
    names: [
      { locale: 'kk', text: 'Жол полициясы' },
      { locale: 'ru', text: 'Дорожная полиция\nИ. Иванов' },
    ],
  }),
  ...Array.from({ length: 30 }, (_, number) =>
    record(number + 1, { body: `Слово${number} и ещё ${number * 7} слов` }),
  ),
];

async function write(ofLocale: ReadonlyMap<Locale, readonly SearchRecord[]>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-search-'));
  for (const { path, bytes } of await makeSearchFiles(ofLocale)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await bytes());
  }
  return folder;
}

const readFragment = (bytes: Buffer) => JSON.parse(unpack(bytes).toString('utf8')) as Fragment;

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length + 1),
        readFileSync(join(parentPath, name)).toString('base64'),
      ])
      .sort(),
  );
}

const file = (folder: string, ending: string) =>
  join(
    folder,
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(ending),
    )!,
  );

describe('an index', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await write(new Map([['ru', records]]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('holds the true texts, by the numbers of the records', () => {
    const fragment = readFragment(readFileSync(file(folder, '/0.pf_fragment')));
    expect(fragment).toMatchObject({
      url: '/ru/news/2026/n0/',
      meta: { title: 'Новая дорога', date: '22 января 2026 г.', topics: 'Дороги' },
    });
    expect(fragment.content).toBe(
      'Новая дорога\nКратко о дороге.\nЁлку — «привезли».\n\nВторой <абзац> & конец.',
    );
    expect(
      records.map(
        (_, number) => readFragment(readFileSync(file(folder, `/${number}.pf_fragment`))).url,
      ),
    ).toEqual(records.map(({ url }) => url));
  });

  test('names its pages by index and number', () => {
    const meta = unpack(readFileSync(file(folder, '.pf_meta'))).toString('latin1');
    const names = [...meta.matchAll(/[0-9a-f]{8}\/\d+/gu)].map(([name]) => name);
    expect(names.map((name) => name.split('/')[1])).toEqual(
      records.map((_, number) => String(number)),
    );
    expect(file(folder, '/0.pf_fragment')).toContain(`fragment/${names[0]}.`);
  });

  test('has a table of all documents', () => {
    const table = JSON.parse(
      gunzipSync(readFileSync(file(folder, tableFile))).toString(),
    ) as Record<string, unknown[]>;
    expect(Object.values(table).map(({ length }) => length)).toEqual([31, 31, 31, 31, 31]);
    expect(table).toMatchObject({
      date: expect.arrayContaining(['2026-01-22']),
      topic: expect.arrayContaining([['roads', 'safety']]),
    });
  });

  test('has every file of the vocabulary', () => {
    const words = Array.from({ length: vocabularySize }, (_, number) =>
      readFileSync(file(folder, `words/${number}.txt`), 'utf8'),
    );
    expect(words.join('\n').split('\n')).toContain('елк');
    expect(words.join('\n')).not.toMatch(/[xz]/u);
  });

  test('leaves nothing behind that is not used', () => {
    expect(readdirSync(folder).sort()).toEqual(['pagefind.js', 'ru', 'wasm.unknown.pagefind']);
    expect(
      readdirSync(join(folder, 'ru'))
        .filter((name) => !name.endsWith('.pf_meta'))
        .sort(),
    ).toEqual(['fragment', 'index', 'pagefind-entry.json', 'words']);
  });
});

test('the same records give the same bytes', async () => {
  const both = new Map([
    ['kk', records.slice(0, 9)],
    ['ru', records],
  ]);
  const [one, two] = [await write(both), await write(both)];
  onTestFinished(() => [one, two].forEach((folder) => rmSync(folder, { recursive: true })));
  expect(contents(one)).toEqual(contents(two));
});

test('a language without announcements has an index too', async () => {
  const folder = await write(
    new Map([
      ['kk', []],
      ['ru', records.slice(0, 1)],
    ]),
  );
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(readdirSync(folder)).toContain('kk');
});

describe('records', () => {
  const of = async (changes: Parameters<typeof writeContent>[0], locale: Locale) => {
    const { snapshot } = await makeSnapshot({
      folder: writeContent(changes),
      clock: createClock(new Date('2026-02-01T00:00:00Z')),
      preview: false,
    });
    return searchRecords(snapshot, locale);
  };

  test('tell title, body, names in every language, and what is filtered by', async () => {
    const facts = ['divisions: [traffic]', 'people: [a-omarov]', 'topics: [safety]'];
    const [only] = await of({ ...inKazakh(), ...inRussian(...facts) }, 'ru');
    expect(only).toEqual({
      url: '/ru/news/2026/road-week/',
      title: 'Неделя дорог',
      summary: '',
      body: 'Текст.',
      names: [
        { locale: 'kk', text: 'А. Омаров\nЖол полициясы\nҚауіпсіздік' },
        { locale: 'ru', text: 'А. Омаров\nДорожная полиция\nБезопасность' },
      ],
      facets: { date: '2026-01-22', kind: 'news', topic: ['safety'], division: ['traffic'] },
      shown: { date: '22\u00A0января 2026\u00A0г.', topics: 'Безопасность' },
    });
  });

  test('leave out what is held, withdrawn or in another language', async () => {
    const other = (name: string, ...fields: string[]) => ({
      [`announcements/2026/${name}/index.ru.md`]: markdown([
        `title: Тайна ${name}`,
        'date: 2026-01-23',
        ...fields,
      ]),
    });
    const all = await of(
      {
        ...other('held-a', 'draft: true'),
        ...other('withdrawn-b', 'withdrawnOn: 2026-01-24', 'withdrawnReason: Ошибка'),
        ...inKazakh('draft: true'),
      },
      'ru',
    );
    expect(all.map(({ title }) => title)).toEqual(['Неделя дорог']);
    expect(JSON.stringify(all)).not.toMatch(/Тайна|апталығы/u);
    expect(await of(inKazakh('draft: true'), 'kk')).toEqual([]);
  });

  test('have no letters that Pagefind would take out and so move the others', async () => {
    const [only] = await of(
      {
        ...inKazakh(),
        'announcements/2026/road-week/index.ru.md': markdown(
          ['title: "За\u00ADмок"', 'date: 2026-01-22'],
          'до\u200Bро\u00ADга',
        ),
      },
      'ru',
    );
    expect([only!.title, only!.body]).toEqual(['Замок', 'дорога']);
    expect(placesOf(only!.body)).toHaveLength(1);
  });
});
