import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPreviousSite } from '#build/previous-site.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult } from '#cache/manifest.ts';

let site: string;
let files: Map<string, FileResult>;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  mkdirSync(join(site, 'kk'));
  for (const file of ['kk/index.html', 'kk/rss.xml', 'style.css'])
    writeFileSync(join(site, file), file);
  const file = (path: string, key?: string) =>
    [path, { stat: outputStat(join(site, path))!, sha256: `of ${path}`, key }] as const;
  files = new Map([
    file('/kk/index.html', 'home'),
    file('/kk/rss.xml', 'feed'),
    file('/style.css'),
  ]);
});
afterEach(() => rmSync(site, { recursive: true }));

test('nothing can be reused of a site that was not built here', () => {
  const previous = openPreviousSite(join(site, 'kk'), undefined);
  expect([
    previous.isEmpty,
    previous.has('/index.html', 'home'),
    previous.filesWithKey('home'),
  ]).toEqual([true, false, []]);
});

test('the hash of a file is known as long as its stat is the same', () => {
  const previous = openPreviousSite(site, { files });
  const stat = outputStat(join(site, 'style.css'))!;
  expect(previous.sha256Of('/style.css', stat)).toBe('of /style.css');
  expect(previous.sha256Of('/style.css', `1${stat}`)).toBeUndefined();
});

test('a file that is not what was published is not reused, nor are those that belong to it', () => {
  const previous = openPreviousSite(site, { files }, new Set(['/kk/index.html']));
  expect([
    previous.has('/kk/index.html', 'home'),
    previous.keyOf('/kk/index.html'),
    previous.filesWithKey('home'),
    [...previous.under('/kk/')],
    previous.has('/kk/rss.xml', 'feed'),
  ]).toEqual([false, undefined, [], [], true]);
});

describe('what can be reused of the site that stands', () => {
  test('a file with the same key', () => {
    const previous = openPreviousSite(site, { files });
    expect([
      previous.has('/kk/index.html', 'home'),
      previous.filesWithKey('home'),
      [...previous.under('/kk/')],
    ]).toEqual([
      true,
      ['/kk/index.html'],
      [
        ['/kk/index.html', 'home'],
        ['/kk/rss.xml', 'feed'],
      ],
    ]);
  });
  test('not one with another key, nor one without', () => {
    const { has } = openPreviousSite(site, { files });
    expect([
      has('/kk/index.html', 'other'),
      has('/style.css', 'home'),
      has('/ru/index.html', 'home'),
    ]).toEqual([false, false, false]);
  });
  test('not one that was touched or deleted', () => {
    utimesSync(join(site, 'kk/index.html'), 1, 1);
    rmSync(join(site, 'kk/rss.xml'));
    const { has, filesWithKey, under } = openPreviousSite(site, { files });
    expect([
      has('/kk/index.html', 'home'),
      has('/kk/rss.xml', 'feed'),
      filesWithKey('home'),
      under('/kk/').size,
    ]).toEqual([false, false, [], 0]);
  });
});
