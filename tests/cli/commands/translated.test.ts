import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inKazakh, inRussian, markdown, week, writeContent } from '../../site/content.ts';
import { give } from '../in-process.ts';

const [kk, ru] = [`${week}/index.kk.md`, `${week}/index.ru.md`];
const translated = (content: string, ...args: string[]) =>
  give(content, 'translated', '--content', '.', ...args);

test('a text follows its source: one line is written, every other byte stays', async () => {
  const written =
    '\uFEFF---\r\ntitle: "Жол апталығы"   # осылай аталады\r\ntopics: [ safety ]\r\n---\r\nМәтін.  \r\n';
  const content = writeContent({ [kk]: written });
  const { status, said } = await translated(content, '2026/road-week', 'kk');
  expect([status, said]).toEqual([0, `Recorded: ./${kk} follows “ru” as that stands now.`]);
  const now = readFileSync(join(content, kk), 'utf8');
  const [line] = /translatedFrom: ru@[\da-f]{12}-[\da-f]{8}\r\n/u.exec(now)!;
  expect(now.replace(line, '')).toBe(written);
  expect((await translated(content, kk, 'kk')).said).toBe(
    `Nothing to record: ./${kk} follows “ru” already.`,
  );
  expect(readFileSync(join(content, kk), 'utf8')).toBe(now);
});

test('the language may be that of any other text', async () => {
  const content = writeContent({ ...inKazakh('machineTranslated: true') });
  expect((await translated(content, 'road-week', 'kk', '--from', 'ru')).said).toBe(
    `Recorded: ./${kk} follows “ru” as that stands now.\nWhen a person has read the translation, delete the line machineTranslated in ./${kk}.`,
  );
});

describe('when only a slip was mended in the source', () => {
  const recorded = async () => {
    const content = writeContent({});
    await translated(content, 'road-week', 'kk');
    return content;
  };
  test('every text that follows it goes on following', async () => {
    const content = await recorded();
    writeFileSync(
      join(content, ru),
      markdown(['title: Неделя дорог', 'date: 2026-01-22'], 'Текст без описки.\n'),
    );
    expect((await translated(content, 'road-week', '--typo')).said).toContain('Recorded:');
    expect((await translated(content, 'road-week', 'kk')).said).toContain('Nothing to record');
  });
  test('a further paragraph is no slip', async () => {
    const content = await recorded();
    writeFileSync(
      join(content, ru),
      markdown(['title: Неделя дорог', 'date: 2026-01-22'], 'Текст.\n\nЕщё текст.\n'),
    );
    expect(await translated(content, 'road-week', 'kk', '--typo')).toEqual({
      status: 1,
      said: expect.stringContaining('more than a slip mended'),
    });
  });
  test('nothing was recorded that could go on', async () => {
    expect(await translated(writeContent({}), 'road-week', 'kk', '--typo')).toEqual({
      status: 1,
      said: expect.stringContaining('never recorded'),
    });
  });
});

describe('refused, and nothing written', () => {
  test.each([
    [
      'an announcement that is not there',
      {},
      ['2026/nothing-alike', 'kk'],
      'There is no announcement “2026/nothing-alike”. Its name is the year and its folder, for example: 2026/road-week',
    ],
    [
      'a mistyped one',
      { 'announcements/2025/first/index.ru.md': markdown(['title: X', 'date: 2025-01-01']) },
      ['road-weak', 'kk'],
      'for example: 2026/road-week',
    ],
    ['a language without a text', {}, ['road-week', 'en'], 'has no text in the language “en”'],
    [
      'a source without a text',
      {},
      ['road-week', 'kk', '--from', 'en'],
      'has no text in the language “en”',
    ],
    ['no language', {}, ['road-week'], 'Its languages: kk, ru.'],
    ['no other text', { [kk]: undefined }, ['road-week', 'ru'], 'has no other text'],
    [
      'an announcement with problems, and only its problems',
      { ...inRussian('topics: [none]'), 'divisions/x.yaml': 'x: 1\n' },
      ['road-week', 'kk'],
      '1 problem was found',
    ],
    [
      'fields on one line',
      { [kk]: '---\n{ title: Жол }\n---\n' },
      ['road-week', 'kk'],
      'Write this line there yourself: translatedFrom: ru@',
    ],
  ])('%s', async (_, changes, args, sentence) => {
    const content = writeContent(changes);
    const before =
      (changes as Record<string, unknown>)[kk] === undefined && kk in changes
        ? undefined
        : readFileSync(join(content, kk), 'utf8');
    expect(await translated(content, ...args)).toEqual({
      status: 1,
      said: expect.stringContaining(sentence),
    });
    if (before !== undefined) expect(readFileSync(join(content, kk), 'utf8')).toBe(before);
  });
});
