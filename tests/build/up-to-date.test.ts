import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { inputsKey } from '#build/inputs-key.ts';
import type { Manifest, BuildSummary } from '#build/manifest.ts';
import { outputStat } from '#cache/file-stat.ts';
import { summaryIfUpToDate, upToDateOf } from '#build/up-to-date.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-rest-'));
  mkdirSync(join(folder, 'kk'));
  for (const file of ['a.md', 'kk/b.md']) writeFileSync(join(folder, file), file);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the word for all that decides a build', () => {
  const later = () => Date.now() + 10_000;
  const word = (besides: readonly unknown[] = []) => inputsKey(folder, besides, later());

  test('is the same as long as nobody touches anything', () => expect(word()).toBe(word()));
  test.each<[string, () => void]>([
    ['a file says something else', () => writeFileSync(join(folder, 'a.md'), 'A.md')],
    [
      'a file is put in place of another of the same size and date',
      () => {
        utimesSync(join(folder, 'a.md'), 1, 1);
        const before = word();
        writeFileSync(join(folder, 'new'), 'b.md');
        utimesSync(join(folder, 'new'), 1, 1);
        renameSync(join(folder, 'new'), join(folder, 'a.md'));
        expect(word()).not.toBe(before);
      },
    ],
    [
      'a file gets another name',
      () => renameSync(join(folder, 'kk/b.md'), join(folder, 'kk/c.md')),
    ],
    ['a file is added', () => writeFileSync(join(folder, 'kk/c.md'), '')],
  ])('is another when %s', (_what, change) => {
    const before = word();
    change();
    expect(word()).not.toBe(before);
  });
  test('is another with another program', () => expect(word(['1'])).not.toBe(word(['2'])));
  test('is not known when something was changed just now: a second change might look the same', () =>
    expect(inputsKey(folder, [], Date.now())).toBeUndefined());
});

describe('a site is left as it is', () => {
  const told: BuildSummary = {
    rules: {
      base: '/',
      url: 'https://press.example.org/',
      moved: new Map([['/old/', '/new/']]),
      gone: [],
    },
    announcements: 1,
    texts: 2,
    pictures: 0,
    findings: [],
  };
  const clock = createClock(new Date('2026-06-01T00:00:00Z'));
  for (const moment of ['2026-05-01T00:00:00Z', '2026-06-05T00:00:00Z', '2026-07-01T00:00:00Z'])
    clock.reached(new Date(moment));
  const madeOf = (): Manifest => ({
    ground: { pages: '', documents: '' },
    files: new Map(
      ['/a.md', '/kk/b.md'].map((file) => [file, { stamp: outputStat(join(folder, file))! }]),
    ),
    answers: new Map(),
    rest: upToDateOf('same', clock, told),
  });
  const at = (moment: string, inputs = 'same') =>
    summaryIfUpToDate(folder, madeOf(), inputs, new Date(moment));

  test('until the next moment that is due', () => {
    expect(at('2026-06-01T00:00:00Z')).toBe(told);
    expect(at('2026-06-04T23:59:59Z')).toBe(told);
    expect(at('2026-06-05T00:00:00Z')).toBeUndefined();
  });
  test('not as of an earlier moment, nor in another year', () => {
    expect(at('2026-05-31T00:00:00Z')).toBeUndefined();
    expect(
      summaryIfUpToDate(
        folder,
        {
          ...madeOf(),
          rest: upToDateOf('same', createClock(new Date('2026-06-01T00:00:00Z')), told),
        },
        'same',
        new Date('2027-01-01T00:00:00Z'),
      ),
    ).toBeUndefined();
  });
  test('not when something else decides it', () =>
    expect(at('2026-06-01T00:00:00Z', 'other')).toBeUndefined());
  test('not when nothing is known of it', () =>
    expect(summaryIfUpToDate(folder, undefined, undefined, clock.now)).toBeUndefined());
  test.each<[string, () => void]>([
    ['touched a file', () => utimesSync(join(folder, 'a.md'), 1, 1)],
    ['added one', () => writeFileSync(join(folder, 'c.html'), '')],
    ['taken one away', () => rmSync(join(folder, 'kk/b.md'))],
  ])('not when somebody has %s', (_what, change) => {
    const known = madeOf();
    change();
    expect(summaryIfUpToDate(folder, known, 'same', clock.now)).toBeUndefined();
  });
});
