import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inputsKey } from '#build/build-result.ts';
import { entriesBelow, listFiles } from '#cache/list-files.ts';

test('no link to a folder is followed: it may lead to the whole disk, or back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'content/2026'), { recursive: true });
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'content/2026/a.md'), 'x');
  writeFileSync(join(folder, 'elsewhere/secret.md'), 'x');
  symlinkSync('../elsewhere', join(folder, 'content/out'));
  symlinkSync('..', join(folder, 'content/2026/back'));
  const content = join(folder, 'content');
  expect(listFiles(content)).toEqual(['2026/a.md']);
  expect(
    entriesBelow(content)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['a.md', 'back', 'out']);
  // Of the folder behind a link, the key of a build knows nothing; of the link itself, it does.
  const key = () => inputsKey(content, [], Date.now() + 60_000);
  const before = key();
  writeFileSync(join(folder, 'elsewhere/other.md'), 'x');
  expect(key()).toBe(before);
  symlinkSync('a.md', join(content, '2026/b.md'));
  expect(key()).not.toBe(before);
});
