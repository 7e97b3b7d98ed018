import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCsv } from '#outputs/data/csv.ts';
import { writeJson, writeJsonSchema } from '#outputs/data/json.ts';
import {
  announcementRecord,
  dataPage,
  dataPages,
  outcomesRecord,
} from '#outputs/data/open-data-records.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { DataSchemaName } from '#schema/open-data.ts';
import { outcomesView } from '#views/pages/outcomes.ts';
import { inKazakh, inRussian } from '../../site/content.ts';
import { snapshotOf, smallSnapshot, special, writeGenerated } from '../snapshots.ts';

let content: string;
let snapshot: Snapshot;
beforeAll(async () => {
  content = await writeGenerated();
  snapshot = await snapshotOf(content);
});
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);

const announcementPages = (from: Snapshot) =>
  Array.from({ length: dataPages(from) }, (_, index) => dataPage(from, index + 1));

/** What is wrong with a document by the schema that is published beside it. */
function faults(schema: DataSchemaName, value: object): unknown[] {
  const published = JSON.parse(writeJsonSchema(snapshot, schema)) as { $id: string };
  const fits = ajv.getSchema(published.$id) ?? ajv.compile(published);
  void fits(JSON.parse(writeJson(snapshot, schema, value)));
  return fits.errors ?? [];
}

describe('an announcement', () => {
  test('everything that its page shows', () => {
    const data = announcementRecord(snapshot, snapshot.byId.get(special.everything)!);
    expect(data).toMatchObject({
      id: special.everything,
      kind: 'event',
      published: '2026-10-01T18:30:00+05:00',
      topics: ['roads'],
      event: {
        start: '2026-10-20T10:00:00+05:00',
        end: '2026-10-20T12:00:00+05:00',
        online: 'https://live.example.org/?a=1&b=2',
        revision: 3,
      },
      data: 'https://press.example.org/api/announcements/2026/everything.json',
      texts: {
        ru: {
          url: 'https://press.example.org/ru/news/2026/everything/',
          summary: 'Кратко.',
          updated: '2026-10-02T00:00:00+05:00',
          eventPlace: 'Площадь Абая',
          cover: { type: 'image/jpeg', width: 1200, alt: 'Улица', credit: 'А. Омаров' },
          gallery: [{ alt: 'Вторая картинка' }],
          attachments: [
            {
              url: 'https://press.example.org/ru/news/2026/everything/plan.csv',
              type: 'text/csv',
              bytes: 4,
              title: 'План',
            },
          ],
          outcomes: [
            { text: 'Починить улицу', division: 'health', due: '2026-12-01', status: 'done' },
          ],
          corrections: [{ date: '2026-10-02', note: 'Исправлена дата.' }],
        },
      },
    });
    expect(data.texts.ru!.html).toContain('<a href="https://press.example.org/kk/">');
    expect(data.texts.ru!.plain).not.toContain('<');
  });

  test('every one keeps the schema; a changed one does not', () => {
    const all = snapshot.model.announcements.map((announcement) =>
      announcementRecord(snapshot, announcement),
    );
    expect(all.flatMap((data) => faults('announcement', data)).slice(0, 3)).toEqual([]);
    expect(faults('announcement', { ...all[0]!, published: 'yesterday' })).not.toEqual([]);
    expect(faults('announcement', { ...all[0]!, texts: { ru: {} } }).length).toBeGreaterThan(5);
  });
});

describe('pages of announcements', () => {
  test('all of them, newest first on each page, the oldest on the first', () => {
    const pages = announcementPages(snapshot);
    expect(pages.map(({ announcements }) => announcements.length)).toEqual([100, 100, 100, 6]);
    const ids = pages
      .toReversed()
      .flatMap(({ announcements }) => announcements.map(({ id }) => id));
    expect(ids).toEqual(snapshot.model.announcements.map(({ id }) => id));
    expect(pages.flatMap((page) => faults('announcements', page))).toEqual([]);
  });

  test('each leads to its neighbours', () => {
    const neighbours = announcementPages(snapshot).map(({ older, newer }) =>
      [older, newer].map((address) =>
        address?.replace('https://press.example.org/api/announcements/pages/', ''),
      ),
    );
    expect(neighbours).toEqual([
      [undefined, '2.json'],
      ['1.json', '3.json'],
      ['2.json', '4.json'],
      ['3.json', undefined],
    ]);
  });

  test('a site without announcements has one', async () => {
    const empty = await smallSnapshot({}, '2020-01-01T00:00:00Z');
    expect(announcementPages(empty)).toEqual([
      {
        name: { kk: 'Сайт', ru: 'Сайт' },
        page: 1,
        pages: 1,
        older: undefined,
        newer: undefined,
        announcements: [],
      },
    ]);
  });
});

describe('what was decided', () => {
  const facts =
    'outcomes: [{ text: "Отремонтировать & покрасить", division: traffic, due: 2026-03-01 }, { text: Проверить, status: done }, { text: Потом }]';
  const meeting = () =>
    smallSnapshot({
      ...inRussian('kind: meeting', facts),
      ...inKazakh('outcomes: [{ text: Жөндеу }, { text: Тексеру }, { text: Кейін }]'),
    });

  test('as data, in every language', async () => {
    const data = outcomesRecord(await meeting());
    expect(data.outcomes[0]).toEqual({
      announcement: '2026/road-week',
      decided: '2026-01-22T00:00:00+05:00',
      data: 'https://press.example.org/api/announcements/2026/road-week.json',
      division: 'traffic',
      due: '2026-03-01',
      status: 'open',
      texts: {
        kk: { text: 'Жөндеу', url: 'https://press.example.org/kk/news/2026/road-week/' },
        ru: {
          text: 'Отремонтировать & покрасить',
          url: 'https://press.example.org/ru/news/2026/road-week/',
        },
      },
    });
    expect(faults('outcomes', data)).toEqual([]);
    expect(faults('outcomes', outcomesRecord(snapshot))).toEqual([]);
  });

  test('as a page: what is due soonest first, then what is done', async () => {
    const { groups, count } = outcomesView(await meeting(), 'ru');
    expect(count).toBe('3 решения');
    expect(
      groups.map(({ heading, outcomes }) => [
        heading,
        outcomes.map(({ text, due }) => [text, due]),
      ]),
    ).toEqual([
      [
        'Выполняются',
        [
          ['Отремонтировать & покрасить', 'Срок: 1\u00A0марта 2026\u00A0г.'],
          ['Потом', undefined],
        ],
      ],
      ['Выполнены', [['Проверить', undefined]]],
    ]);
    expect(groups[0]!.outcomes[0]).toMatchObject({
      division: { text: 'Дорожная полиция' },
      announcement: { href: '/ru/news/2026/road-week/', text: 'Неделя дорог' },
    });
  });

  test('the page is linked where there is something on it', async () => {
    const linked = async (from: Promise<Snapshot>) =>
      outcomesView(await from, 'ru').frame.footer.pages.some(
        ({ href }) => href === '/ru/outcomes/',
      );
    expect([await linked(meeting()), await linked(smallSnapshot({}))]).toEqual([true, false]);
  });
});

describe('the table', () => {
  /** RFC 4180, read with nothing but its grammar. */
  const read = (csv: string) =>
    [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)]
      .reduce<string[][]>(
        (rows, [, quoted, bare, end]) => {
          rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
          return end === '\r\n' ? [...rows, []] : rows;
        },
        [[]],
      )
      .slice(0, -1);

  test('a line for each text, each as long as the first', () => {
    const rows = read(writeCsv(snapshot).slice(1));
    expect(rows).toHaveLength(1 + 2 * 306);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([17]));
  });

  test('what people write stays in its cell, and is no formula', async () => {
    const csv = writeCsv(await smallSnapshot(inRussian('summary: "=1+1, \\"x\\"\\t"')));
    expect(csv.startsWith('\ufeffid,language,url,title,')).toBe(true);
    const [head, ...rows] = read(csv.slice(1));
    expect(rows.map((row) => row[head!.indexOf('summary')])).toEqual(['Текст.', `'=1+1, "x"`]);
  });
});
