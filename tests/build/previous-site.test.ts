import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from '#cache/program.ts';
import { deleteManifest, type Manifest, readManifest, writeManifest } from '#build/manifest.ts';
import { openPreviousSite } from '#build/previous-site.ts';
import { outputStat } from '#cache/file-stat.ts';

const ground = { pages: 'p', documents: 'd' };
let site: string;
let record: Manifest;
beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  mkdirSync(join(site, 'kk'));
  for (const file of ['kk/index.html', 'kk/rss.xml', 'style.css'])
    writeFileSync(join(site, file), file);
  const file = (path: string, state?: string) =>
    [path, { stamp: outputStat(join(site, path))!, state }] as const;
  record = {
    ground,
    files: new Map([
      file('/kk/index.html', 'home'),
      file('/kk/rss.xml', 'feed'),
      file('/style.css'),
    ]),
    answers: new Map([['question', 'answer']]),
    rest: {
      inputs: 'x',
      from: 1,
      until: 2,
      told: {
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
      },
    },
  };
  await writeManifest(site, record);
});
afterEach(() => {
  deleteManifest(site);
  rmSync(site, { recursive: true });
});

/** The one file in which the record of this site lies. */
const recordFile = () =>
  globSync(join(cacheFolder, 'sites/*/made-of')).find((file) =>
    readFileSync(file, 'utf8').includes(record.files.get('/style.css')!.stamp),
  )!;

test('a record says what was written into it', () => expect(readManifest(site)).toEqual(record));
test('a site that nobody has built here has none', () => {
  expect(readManifest(join(site, 'kk'))).toBeUndefined();
  const previous = openPreviousSite(join(site, 'kk'), readManifest(join(site, 'kk')));
  expect([
    previous.standsOn('pages', ground),
    previous.has('/index.html', 'home'),
    previous.madeOf('home'),
  ]).toEqual([false, false, []]);
});

describe('a record that is not to be believed', () => {
  test.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -10)],
    ['empty', () => ''],
    ['no JSON', () => 'x'],
    ['changed by hand', (text) => text.replace('"home"', '"hone"')],
    ['from another version', (text) => text.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))],
  ])('%s', (_what, spoil) => {
    const file = recordFile();
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(readManifest(site)).toBeUndefined();
  });
});

describe('what can be taken from the site that stands', () => {
  test('a file made of the same', () =>
    expect(openPreviousSite(site, readManifest(site)).has('/kk/index.html', 'home')).toBe(true));
  test('not one made of something else, nor one of which nothing is known', () => {
    const { has } = openPreviousSite(site, readManifest(site));
    expect([
      has('/kk/index.html', 'other'),
      has('/style.css', 'home'),
      has('/ru/index.html', 'home'),
    ]).toEqual([false, false, false]);
  });
  test('not one that somebody has touched, or taken away', () => {
    utimesSync(join(site, 'kk/index.html'), 1, 1);
    rmSync(join(site, 'kk/rss.xml'));
    const { has, madeOf } = openPreviousSite(site, readManifest(site));
    expect([has('/kk/index.html', 'home'), has('/kk/rss.xml', 'feed'), madeOf('home')]).toEqual([
      false,
      false,
      [],
    ]);
  });
});
