import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { Manifest } from '#cache/manifest.ts';
import { noResults } from '#cache/build-cache.ts';
import {
  type BuildRecord,
  type BuildSummary,
  inputsKey,
  summaryIfUpToDate,
  wholeBuild,
} from '#build/build-result.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-rest-'));
  mkdirSync(join(folder, 'kk'));
  for (const file of ['a.md', 'kk/b.md']) writeFileSync(join(folder, file), file);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key of everything that decides a build', () => {
  const later = () => Date.now() + 10_000;
  const key = (others: readonly unknown[] = []) => inputsKey(folder, others, later());

  test('is the same as long as nobody touches anything', () => expect(key()).toBe(key()));
  test.each<[string, () => void]>([
    ['a file says something else', () => writeFileSync(join(folder, 'a.md'), 'A.md')],
    [
      'a file is put in place of another of the same size and date',
      () => {
        utimesSync(join(folder, 'a.md'), 1, 1);
        const before = key();
        writeFileSync(join(folder, 'new'), 'b.md');
        utimesSync(join(folder, 'new'), 1, 1);
        renameSync(join(folder, 'new'), join(folder, 'a.md'));
        expect(key()).not.toBe(before);
      },
    ],
    [
      'a file gets another name',
      () => renameSync(join(folder, 'kk/b.md'), join(folder, 'kk/c.md')),
    ],
    ['a file is added', () => writeFileSync(join(folder, 'kk/c.md'), '')],
  ])('is another when %s', (_what, change) => {
    const before = key();
    change();
    expect(key()).not.toBe(before);
  });
  test('is another with another toolchain', () => expect(key(['1'])).not.toBe(key(['2'])));
  test('is not known when something was changed just now: a second change might look the same', () =>
    expect(inputsKey(folder, [], Date.now())).toBeUndefined());
});

describe('a site is left as it is', () => {
  const summary: BuildSummary = {
    rules: {
      base: '/',
      url: 'https://press.example.org/',
      moved: new Map([['/old/', '/new/']]),
      gone: new Map(),
    },
    announcements: 1,
    texts: 2,
    pictures: 0,
    findings: [],
  };
  const clock = createClock(new Date('2026-06-01T00:00:00Z'));
  for (const moment of ['2026-05-01T00:00:00Z', '2026-06-05T00:00:00Z', '2026-07-01T00:00:00Z'])
    clock.reached(new Date(moment));
  const manifest = (built = clock): Manifest<BuildRecord> => ({
    files: new Map(
      ['/a.md', '/kk/b.md'].map((file) => [
        file,
        { stat: outputStat(join(folder, file))!, sha256: '' },
      ]),
    ),
    results: noResults,
    build: {
      now: built.now,
      preview: false,
      pictures: {},
      whole: wholeBuild('same', built, summary),
    },
  });
  const at = (moment: string, inputs = 'same') =>
    summaryIfUpToDate(folder, manifest(), inputs, new Date(moment));

  test('until the next moment that is due', () => {
    expect(at('2026-06-01T00:00:00Z')).toBe(summary);
    expect(at('2026-06-04T23:59:59Z')).toBe(summary);
    expect(at('2026-06-05T00:00:00Z')).toBeUndefined();
  });
  test('not as of an earlier moment, nor in another year', () => {
    expect(at('2026-05-31T00:00:00Z')).toBeUndefined();
    expect(
      summaryIfUpToDate(
        folder,
        manifest(createClock(new Date('2026-06-01T00:00:00Z'))),
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
    const known = manifest();
    change();
    expect(summaryIfUpToDate(folder, known, 'same', clock.now)).toBeUndefined();
  });
});
