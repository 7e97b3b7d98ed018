import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inRussian, week, writeContent } from '../../site/content.ts';
import { give } from '../in-process.ts';

const russianOnly = { [`${week}/index.kk.md`]: undefined, ...inRussian() };
const status = (content: string, ...args: string[]) =>
  give(content, 'status', '--content', '.', '--now', '2026-02-03T12:00:00+05:00', ...args);

test('for a program', async () => {
  const ended = await status(writeContent(russianOnly), '--json');
  expect(ended.status).toBe(0);
  expect(JSON.parse(ended.said)).toMatchObject({
    now: '2026-02-03T07:00:00.000Z',
    debt: [{ id: '2026/road-week', locale: 'kk', kind: 'missing', days: 12, workingDays: 8 }],
  });
});

test('as a page', async () => {
  const content = writeContent(russianOnly);
  expect(await status(content, '--html', 'state.html')).toEqual({
    status: 0,
    said: 'The page is in state.html',
  });
  expect(readFileSync(join(content, 'state.html'), 'utf8')).toMatch(
    /^<!DOCTYPE html><html lang="en">/u,
  );
});

describe('the gate', () => {
  test.each([
    ['7', 1, '1 promised text is overdue (working days allowed: 7):'],
    ['8', 0, 'No promised text is overdue (working days allowed: 8).'],
  ])('of %s days', async (days, expected, sentence) => {
    const ended = await status(writeContent(russianOnly), '--gate', '--days', days);
    expect(ended.status).toBe(expected);
    expect(ended.said.replaceAll('\n', ' ')).toContain(sentence);
    expect(ended.said.includes('2026/road-week kk: 8')).toBe(expected === 1);
  });
  test('for a program', async () => {
    const ended = await status(writeContent(russianOnly), '--gate', '--json');
    expect([ended.status, JSON.parse(ended.said).gate]).toMatchObject([
      1,
      { days: 3, late: [{ locale: 'kk' }] },
    ]);
  });
  test('not of a word', async () =>
    expect(await status(writeContent({}), '--days', 'three')).toEqual({
      status: 1,
      said: expect.stringContaining('is not a number of days'),
    }));
});
