import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { keepAsSpare, takeSpare } from '#build/spare-site.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult } from '#cache/manifest.ts';

let parent: string;
let site: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jarshy-spare-'));
  site = join(parent, 'site');
  onTestFinished(() => rmSync(parent, { recursive: true }));
});

/** Writes a site. Files whose name ends with `.jpg` are no results of tasks: they have no key. */
function writeSite(folder: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return resultsOf(folder);
}

function resultsOf(folder: string): Map<string, FileResult> {
  return new Map(
    filesOf(folder).map((path) => [
      path,
      {
        stat: outputStat(join(folder, path))!,
        sha256: '',
        key: path.endsWith('.jpg') ? undefined : path,
      },
    ]),
  );
}

function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

const first = {
  '/kk/index.html': 'kk',
  '/ru/index.html': 'ru',
  '/kk/a/index.html': 'a',
  '/p.jpg': 'p',
};

describe('the spare of a site', () => {
  /** Builds a second site that changes a page, adds one and removes one, and keeps the first as its spare. */
  function takeThrough() {
    const old = join(parent, '.site.old');
    const before = writeSite(old, first);
    const now = writeSite(site, {
      '/kk/index.html': 'other',
      '/ru/index.html': 'ru',
      '/ru/b/index.html': 'b',
      '/p.jpg': 'p',
    });
    keepAsSpare(old, before, site, now);
    return now;
  }

  test('has the files of the site and shares their data', () => {
    const now = takeThrough();
    expect(existsSync(join(parent, '.site.old'))).toBe(false);
    const next = join(parent, '.site.new');
    const reusable = ['/kk/index.html', '/ru/b/index.html', '/ru/index.html'];
    expect([...takeSpare(site, next, now)].sort()).toEqual(reusable);
    expect(filesOf(next)).toEqual(reusable);
    for (const file of ['/kk/index.html', '/ru/b/index.html'])
      expect(statSync(join(next, file)).ino).toBe(statSync(join(site, file)).ino);
  });
  test('keeps nothing of what the site no longer has, not even an empty folder', () => {
    takeThrough();
    expect(existsSync(join(parent, '.site.spare/kk/a'))).toBe(false);
  });
  test('is taken once', () => {
    const now = takeThrough();
    takeSpare(site, join(parent, '.site.new'), now);
    expect([...takeSpare(site, join(parent, '.site.new'), now)]).toEqual([]);
    expect(existsSync(join(parent, '.site.new'))).toBe(false);
  });
  test('is not kept of a site whose files are not known', () => {
    const old = join(parent, '.site.old');
    writeSite(old, first);
    keepAsSpare(old, new Map(), site, writeSite(site, first));
    expect(filesOf(parent).filter((file) => !file.startsWith('/site/'))).toEqual([]);
  });
});

test('files that the next build could not reuse are deleted from the spare', () => {
  const spare = join(parent, '.site.spare');
  writeSite(spare, first);
  const files = resultsOf(spare);
  writeFileSync(join(spare, 'kk/index.html'), 'changed by somebody');
  writeFileSync(join(spare, 'stranger.html'), 'put there by somebody');
  const next = join(parent, '.site.new');
  expect([...takeSpare(site, next, files)].sort()).toEqual(['/kk/a/index.html', '/ru/index.html']);
  expect(filesOf(next)).toEqual(['/kk/a/index.html', '/ru/index.html']);
  expect(readFileSync(join(next, 'ru/index.html'), 'utf8')).toBe('ru');
});
