import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '#messages/user-error.ts';
import { parseYaml } from '#lang/yaml.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import { draftOf, type DraftOptions } from '#authoring/draft.ts';
import type { NewAnnouncement } from '#authoring/new-announcement.ts';
import { announcementFiles, writeAnnouncement } from '#authoring/write-announcement.ts';
import fc from '../fast-check.ts';
import { modelOf, writeContent } from '../site/content.ts';

const announcement: NewAnnouncement = {
  year: 2026,
  slug: 'qala-kuni',
  facts: { date: '2026-01-20', topics: ['safety'], aliases: [], cover: undefined },
  texts: new Map([
    ['kk', { fields: { title: 'Қала күні: шара' }, body: 'Мәтін.\n' }],
    ['ru', { fields: { title: '«День города»', draft: true }, body: 'Текст.\n' }],
  ]),
  files: new Map([['photo.jpg', new Uint8Array([1, 2])]]),
};

test('the files of an announcement: facts once, in the first; nothing that is not said', () => {
  expect(Object.fromEntries(announcementFiles(announcement))).toEqual({
    'index.kk.md':
      "---\ntitle: 'Қала күні: шара'\ndate: 2026-01-20\ntopics:\n  - safety\n---\n\nМәтін.\n",
    'index.ru.md': '---\ntitle: «День города»\ndraft: true\n---\n\nТекст.\n',
    'photo.jpg': new Uint8Array([1, 2]),
  });
});

test('is written, and nothing else is touched', () => {
  const content = writeContent({});
  expect(writeAnnouncement(content, announcement)).toEqual([
    'announcements/2026/qala-kuni/index.kk.md',
    'announcements/2026/qala-kuni/index.ru.md',
    'announcements/2026/qala-kuni/photo.jpg',
  ]);
  expect(readdirSync(join(content, 'announcements/2026')).sort()).toEqual([
    'qala-kuni',
    'road-week',
  ]);
});

test('never over another, not even an empty folder', () => {
  const taken = new UserError('announcement-exists', { folder: 'announcements/2026/qala-kuni' });
  const content = writeContent({});
  mkdirSync(join(content, 'announcements/2026/qala-kuni'));
  expect(() => writeAnnouncement(content, announcement)).toThrow(taken);
  writeFileSync(join(content, 'announcements/2026/qala-kuni/index.kk.md'), 'mine');
  expect(() => writeAnnouncement(content, announcement)).toThrow(taken);
  expect(readFileSync(join(content, 'announcements/2026/qala-kuni/index.kk.md'), 'utf8')).toBe(
    'mine',
  );
  expect(readdirSync(join(content, 'announcements/2026')).sort()).toEqual([
    'qala-kuni',
    'road-week',
  ]);
});

test('nothing is left of one that could not be written whole', () => {
  const content = writeContent({});
  expect(() =>
    writeAnnouncement(content, {
      ...announcement,
      files: new Map([['no/such/folder.jpg', new Uint8Array()]]),
    }),
  ).toThrow(/ENOENT/u);
  expect(existsSync(join(content, 'announcements/2026/qala-kuni'))).toBe(false);
  expect(readdirSync(join(content, 'announcements/2026'))).toEqual(['road-week']);
});

const wishes: DraftOptions = {
  slug: 'new-one',
  year: 2026,
  kind: 'event',
  date: '2026-01-25',
  eventStart: '2026-02-01T10:00:00+05:00',
  divisions: ['traffic'],
  topics: [],
  titles: new Map([
    ['ru', 'Ярмарка'],
    ['kk', 'Жәрмеңке'],
  ]),
};

test('a draft is read as it was wished, and stays out of the site', () => {
  const content = writeContent(
    Object.fromEntries(
      [...announcementFiles(draftOf(wishes, () => 'Пишите'))].map(([name, text]) => [
        `announcements/2026/new-one/${name}`,
        text,
      ]),
    ),
  );
  expect(
    splitFrontMatter(readFileSync(join(content, 'announcements/2026/new-one/index.ru.md'), 'utf8'))!
      .body,
  ).toBe('\n<!-- Пишите -->\n');
  const written = Object.fromEntries(
    [...announcementFiles(draftOf(wishes, () => 'Пишите'))].map(([name, text]) => [
      `announcements/2026/new-one/${name}`,
      text,
    ]),
  );
  expect(modelOf(written).announcements.map(({ slug }) => slug)).toEqual(['road-week']);
  const [shown] = modelOf(written, { showHeld: true }).announcements;
  expect(shown).toMatchObject({
    slug: 'new-one',
    kind: 'event',
    divisions: ['traffic'],
    event: { start: new Date('2026-02-01T05:00:00Z') },
  });
  expect(
    Object.entries(shown!.texts).map(([locale, { title, held }]) => [locale, title, held]),
  ).toEqual([
    ['kk', 'Жәрмеңке', true],
    ['ru', 'Ярмарка', true],
  ]);
});

test('any title is read back as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((title) => title.trim() !== ''),
      (title) => {
        const text = String(
          announcementFiles(
            draftOf({ ...wishes, titles: new Map([['ru', title]]) }, () => 'x'),
          ).get('index.ru.md'),
        );
        const yaml = parseYaml(splitFrontMatter(text)!.yaml);
        expect('value' in yaml && yaml.value).toMatchObject({
          title,
          date: '2026-01-25',
          kind: 'event',
        });
      },
    ),
  );
});
