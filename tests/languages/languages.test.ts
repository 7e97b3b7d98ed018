import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownTag, knownTags, languages, languageTags } from '#languages/languages.ts';
import { everyWriting, writingOf } from '#languages/writings.ts';

const folder = join(import.meta.dirname, '../../src/languages');

test('every folder with texts is in the table, and the other way round', () => {
  const folders = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'strings.yaml')),
  );
  expect(folders.sort()).toEqual([...languageTags].sort());
});

test.each(languageTags)('%s brings its files', (tag) => {
  for (const name of ['strings', 'problems', 'messages', 'rules'])
    expect(existsSync(join(folder, tag, `${name}.yaml`))).toBe(true);
});

describe.each(knownTags)('%s', (tag) => {
  test('is a language of BCP 47 in its shortest form', () =>
    expect(new Intl.Locale(tag).minimize().toString()).toBe(tag));
  test('has a grammar that says something of any word', async () => {
    const grammar = await languages[tag].grammar();
    for (const word of ['қала', 'полиция', 'police', '102', 'x'])
      expect(grammar.stems(word).length).toBeGreaterThan(0);
  });
  test('has twelve months', () => {
    const { dates } = writingOf(tag)!;
    expect(new Set(dates.months).size).toBe(12);
    expect(dates.monthBeginnings?.length ?? 12).toBe(12);
    for (const [month, beginning] of (dates.monthBeginnings ?? []).entries())
      expect(dates.months[month]).toMatch(new RegExp(`^(?:${beginning})`, 'u'));
  });
  test('has its letters in Latin ones', () => {
    const { letters, romanisation } = writingOf(tag)!;
    for (const latin of Object.values(romanisation.letters)) expect(latin).toMatch(/^[a-z]*$/u);
    const own = letters.replaceAll(/[a-z\P{L}]/gu, '');
    const known = everyWriting.map((writing) => writing.romanisation.letters);
    for (const letter of own) expect(known.some((table) => letter in table)).toBe(true);
  });
  test('takes no letter for its own that is foreign to it', () => {
    const { letters, alphabet } = writingOf(tag)!;
    if (alphabet) expect(letters).not.toMatch(alphabet.foreign);
  });
});

test('a code of a lost letter belongs to one of those that become the same', () => {
  const lost = Object.values(languages).flatMap(({ lostLetters }) => Object.values(lostLetters));
  const known = lost.map(([becomes, code]) => `${becomes} ${code}`);
  expect(new Set(known).size).toBe(known.length);
  for (const [, code] of lost) expect(code).toMatch(/^[a-wy]$/u);
});

test.each([
  ['kk', 'kk'],
  ['kk-Latn-KZ', 'kk'],
  ['uz-Cyrl-UZ', 'uz'],
  ['kkx', undefined],
  ['tlh', undefined],
])('%s is written as %s', (locale, tag) => expect(knownTag(locale)).toBe(tag));
