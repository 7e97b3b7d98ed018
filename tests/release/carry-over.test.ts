import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listFiles } from '#cache/list-files.ts';
import { carryOver } from '#release/carry-over.ts';
import type { Release } from '#release/releases.ts';

const start = Date.UTC(2026, 0, 1);
const hours = (count: number) => new Date(start + count * 60 * 60 * 1000);

function target(): (name: string, ...files: string[]) => Release {
  const to = mkdtempSync(join(tmpdir(), 'jarshy-carry-'));
  onTestFinished(() => rmSync(to, { recursive: true }));
  return (id, ...files) => {
    const folder = join(to, id);
    for (const file of files) {
      mkdirSync(dirname(join(folder, 'public', file)), { recursive: true });
      writeFileSync(join(folder, 'public', file), id);
    }
    const [publicFolder, stateFolder] = [join(folder, 'public'), join(folder, 'state')];
    return { id, number: 1, folder, publicFolder, stateFolder };
  };
}

const pieces = [
  '_astro/site.B1.css',
  '_fonts/1f.woff2',
  '_images/ab12-800.webp',
  '_search/kk/index/12ab.pf_index',
  'ru/atom/2026-01-0123456789ab.xml',
];
const pages = ['index.html', 'ru/news/2026/x/index.html', 'kits/2026/x.zip', 'feed.css'];

describe('for readers who have a page of the release before', () => {
  test('its immutable files stay, and nothing else does', () => {
    const release = target();
    const [before, made] = [release('1', ...pieces, ...pages), release('2', 'index.html')];
    carryOver(made, before, { now: hours(0), isRemoval: false });
    expect(listFiles(made.publicFolder)).toEqual([...pieces, 'index.html'].sort());
    expect(readFileSync(join(made.publicFolder, 'index.html'), 'utf8')).toBe('2');
  });

  test('for hours, whatever is published in the meantime', () => {
    const release = target();
    let before = release('0', ...pieces, 'index.html');
    for (const [index, hour] of [1, 3, 6.5].entries()) {
      const made = release(String(index + 1), 'index.html', `_astro/new-${index}.js`);
      carryOver(made, before, { now: hours(hour), isRemoval: false });
      expect(listFiles(made.publicFolder).includes(pieces[0]!)).toBe(true);
      before = made;
    }
    const last = release('9', 'index.html');
    carryOver(last, before, { now: hours(7.5), isRemoval: false });
    expect(listFiles(last.publicFolder)).toEqual([
      '_astro/new-0.js',
      '_astro/new-1.js',
      '_astro/new-2.js',
      'index.html',
    ]);
  });

  test('but nothing that may say what is removed, now or before', () => {
    const release = target();
    const [first, second, third] = [
      release('1', ...pieces, 'index.html'),
      release('2', 'index.html'),
      release('3', 'index.html'),
    ];
    carryOver(second, first, { now: hours(0), isRemoval: false });
    carryOver(third, second, { now: hours(1), isRemoval: true });
    expect(listFiles(third.publicFolder)).toEqual([
      '_astro/site.B1.css',
      '_fonts/1f.woff2',
      'index.html',
    ]);
  });
});
