import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteOldest } from '#cache/delete-oldest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-oldest-'));
  ['c', 'a', 'b', 'd'].forEach((name, index) => {
    if (name === 'b') {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'inside'), '');
    } else writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), index, index);
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the newest stay', () => {
  deleteOldest(folder, 2);
  expect(readdirSync(folder)).toEqual(['b', 'd']);
});

test('what is in use stays, too', () => {
  deleteOldest(folder, 1, ['c']);
  expect(readdirSync(folder)).toEqual(['c', 'd']);
});

test('nothing goes while there are few, or when there is no folder', () => {
  deleteOldest(folder, 4);
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c', 'd']);
  deleteOldest(join(folder, 'none'), 0);
});
