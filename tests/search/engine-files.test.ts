import { expect, test } from 'vitest';
import { comparedEntry, engineFiles } from '#search/engine-files.ts';
import { formatVersion } from '#search/pagefind-index.ts';

const entry = (version: string) => Buffer.from(JSON.stringify({ version, languages: {} }));

test('the installed Pagefind is the version that the index is written for', async () => {
  const { entry, files } = await engineFiles();
  expect(entry.version).toBe(formatVersion);
  expect([...files.keys()]).toEqual(['pagefind.js', 'wasm.unknown.pagefind']);
});

test('another version of Pagefind is refused, with what to do', () => {
  expect(comparedEntry(entry(formatVersion)).version).toBe(formatVersion);
  expect(() => comparedEntry(entry('1.5.2'))).toThrow(/Pagefind 1\.5\.2 is installed.*npm ci/u);
});
