import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkDictionary } from '#lang/dictionary.ts';
import { stringIds } from '#lang/strings-keys.ts';
import { give } from '../in-process.ts';

let desk: string;
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-strings-'));
  mkdirSync(join(desk, 'content'));
});
afterEach(() => rmSync(desk, { recursive: true }));
const read = (tag: string) => readFileSync(join(desk, `content/strings/${tag}.yaml`), 'utf8');

type Texts = Record<string, string | Record<string, string>>;
/** What a translator would make of it: every empty text is filled in. */
const filled = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? text || 'x' : filled(text as Texts),
    ]),
  ) as Texts;

test.each([
  ['uz', ['one', 'other']],
  ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
])('%s: every text with its note, the originals and the plural forms', async (tag, forms) => {
  const { status } = await give(desk, 'strings', tag, '--json');
  expect(status).toBe(0);
  const texts = parse(read(tag)) as Texts;
  expect(Object.keys(texts)).toEqual(stringIds);
  expect(Object.keys(texts['archive.count']!).sort()).toEqual(forms.sort());
  expect(read(tag)).toMatch(
    /^# Link to the home page[^\n]*\n# kk: "[^\n]*\n# ru: "Главная"\n# en: /mu,
  );
  expect(checkDictionary(tag, filled(texts))).toEqual([]);
});

test('what is there stays, and only what is missing is added', async () => {
  mkdirSync(join(desk, 'content/strings'));
  writeFileSync(join(desk, 'content/strings/uz.yaml'), '# Ours\nnav.home: Bosh sahifa\n');
  const { said } = await give(desk, 'strings', 'uz', '--json');
  expect(JSON.parse(said)).toMatchObject({ count: stringIds.length - 1 });
  expect(read('uz')).toMatch(/^# Ours\nnav\.home: Bosh sahifa\n\n# /u);
  const before = read('uz');
  expect((await give(desk, 'strings', 'uz')).said).toContain('nothing to add');
  expect(read('uz')).toBe(before);
});

test.each([
  ['kz', 'kk'],
  ['uzbek', 'uz'],
])('%s is no language', async (tag, meant) =>
  expect((await give(desk, 'strings', tag)).said).toMatch(new RegExp(`“${tag}”.*${meant}$`, 'u')),
);
