import { describe, expect, test } from 'vitest';
import type { Reader } from '#site/files.ts';
import { readAnnouncements } from '#site/read-announcements.ts';
import { changeBehind, sourceNow } from '#site/translation.ts';
import { textParts } from '#site/text-parts.ts';
import { inKazakh, inRussian, markdown, modelOf, week, writeContent } from './content.ts';

function filesOf(content: Parameters<typeof writeContent>[0]) {
  const reader: Reader = { folder: writeContent(content), problems: [], written: new Map() };
  const [folder] = readAnnouncements(reader, ['kk', 'ru']);
  expect(reader.problems).toEqual([]);
  return folder!.files;
}
/** A Kazakh text that follows the Russian one of the small site. */
const follows = () => inKazakh(`translatedFrom: ${sourceNow(filesOf({}), 'ru')}`);

test('what a text says, and where', () => {
  const fields = [
    'summary: Кратко',
    'draft: true',
    'coverAlt: Дорога',
    'topics: [safety]',
    'outcomes:',
    '  - { text: Решено, due: 2026-03-01 }',
    '  - status: done',
  ];
  const files = filesOf({
    [`${week}/index.ru.md`]: markdown(
      ['title: Неделя', ...fields],
      '\nПервый\nабзац.\n\n\n- Список\n',
    ),
  });
  expect(textParts(files.get('ru')!)).toEqual([
    { field: 'title', line: 2, text: 'Неделя' },
    { field: 'summary', line: 3, text: 'Кратко' },
    { field: 'coverAlt', line: 5, text: 'Дорога' },
    { field: 'outcomes.0.text', line: 8, text: 'Решено' },
    { field: '', line: 12, text: 'Первый\nабзац.' },
    { field: '', line: 16, text: '- Список' },
  ]);
});

describe('a translation', () => {
  const olderThan = (
    content: Parameters<typeof modelOf>[0],
    reading?: Parameters<typeof modelOf>[1],
  ) => modelOf(content, reading).announcements[0]!.texts.kk!.olderThan;

  test('follows its source', () => expect(olderThan(follows())).toBeUndefined());
  test('follows it still when facts or flags have changed', () =>
    expect(
      olderThan({ ...follows(), ...inRussian('topics: [safety]', 'machineTranslated: false') }),
    ).toBeUndefined());
  test('is older than its source', () =>
    expect(
      olderThan({
        ...follows(),
        [`${week}/index.ru.md`]: markdown(
          ['title: Неделя дорог', 'date: 2026-01-22'],
          'Другой текст.\n',
        ),
      }),
    ).toBe('ru'));
  test('of which nothing was recorded says nothing', () => expect(olderThan({})).toBeUndefined());
  test('does not give away that a held source has been changed', () => {
    const held = { ...follows(), ...inRussian('draft: true', 'summary: Новое') };
    expect(olderThan(held)).toBeUndefined();
    expect(olderThan(held, { showHeld: true })).toBe('ru');
  });
});

test('the change is known part by part', () => {
  const files = filesOf({ ...follows(), ...inRussian('summary: Новое') });
  expect(changeBehind(files, 'kk')).toEqual({
    changed: [{ field: 'summary', line: 4, text: 'Новое' }],
    lost: -1,
  });
  expect(changeBehind(files, 'ru')).toBeUndefined();
});
