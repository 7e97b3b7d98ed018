import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../../bench/facts.ts';
import { generateContent } from '../../bench/generate.ts';

const announcements = 400;
const temporary = mkdtempSync(join(tmpdir(), 'generate-'));
const dir = join(temporary, 'content');

beforeAll(() => generateContent({ dir, announcements, seed: 1 }));
afterAll(() => rmSync(temporary, { recursive: true }));

const paths = (pattern: string, folder = dir) => globSync(pattern, { cwd: folder }).sort();
const read = (path: string, folder = dir) => readFileSync(join(folder, path), 'utf8');
const texts = (language: string) =>
  paths(`announcements/*/*/index.${language}.md`).map((path) => read(path));
const bodyWords = (text: string) =>
  text
    .split(/^---$/mu)[2]!
    .toLowerCase()
    .match(/\p{L}+/gu)!;

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const path of paths('**/*.{md,yaml}', folder))
    hash.update(`${path}\0${read(path, folder)}\0`);
  return hash.digest('hex');
}

test('the same seed gives the same bytes, another seed others', async () => {
  const [again, other] = [join(temporary, 'again'), join(temporary, 'other')];
  await generateContent({ dir: again, announcements, seed: 1 });
  await generateContent({ dir: other, announcements, seed: 2 });
  expect(fingerprint(again)).toBe(fingerprint(dir));
  expect(fingerprint(other)).not.toBe(fingerprint(dir));
});

test('there is as much of everything as was asked for', () => {
  const count = (pattern: string) => paths(pattern).length;
  expect({
    announcements: count('announcements/*/*/index.kk.md'),
    divisions: count('divisions/*.yaml'),
    people: count('people/*.yaml'),
  }).toEqual({ announcements, divisions: 10, people: 6 });
  expect(count('announcements/*/*/index.ru.md')).toBe(announcements);
  expect(paths('{*.yaml,pages/**/*.md}')).toEqual([
    'pages/about/index.kk.md',
    'pages/about/index.ru.md',
    'site.yaml',
    'topics.yaml',
  ]);
});

test('each lies in the folder of its year', () => {
  for (const path of paths('announcements/*/*/index.kk.md'))
    expect(read(path)).toContain(`\ndate: ${path.split(/[/\\]/u)[1]}-`);
});

test.each([
  [0, '2026-10-01', '2026/'],
  [9, '2026-10-01', '2026/'],
  [10, '2026-09-30', '2026/'],
  [2739, '2026-01-01', '2026/'],
  [2740, '2025-12-31', '2025/'],
  [9999, '2024-01-06', '2024/'],
])('there are ten a day back from the newest: number %i is of %s', (index, date, folder) => {
  expect(factsOf(index, 1).date).toBe(date);
  expect(factsOf(index, 1).id.startsWith(folder)).toBe(true);
});

describe.each([
  ['kk', /[әғқңөұүі]/u],
  ['ru', /[ыэё]/u],
])('%s', (language, letters) => {
  test('its letters are in every text', () => {
    expect(texts(language).filter((text) => !letters.test(text))).toEqual([]);
  });

  test('every text has 150 to 350 words', () => {
    const lengths = texts(language).map(
      (text) => bodyWords(text.replaceAll(/\(\/\S+\)/gu, '')).length,
    );
    expect([Math.min(...lengths) >= 150, Math.max(...lengths) <= 350]).toEqual([true, true]);
  });

  test('there are thousands of word forms', () => {
    expect(new Set(texts(language).flatMap(bodyWords)).size).toBeGreaterThan(2000);
  });

  test('no place in a sentence is left open', () => {
    expect(texts(language).filter((text) => /[{}]|undefined/u.test(text))).toEqual([]);
  });

  test('headings, lists, tables, quotations and links are there', () => {
    const all = texts(language).join('\n');
    for (const mark of [/^## /mu, /^- /mu, /^1\. /mu, /^\| ---/mu, /^> /mu])
      expect(all).toMatch(mark);
  });

  test('links lead to other announcements in the same language', () => {
    const links = texts(language).flatMap((text) => [
      ...text.matchAll(/\]\(\/(\w+)\/news\/([^)]+)\/\)/gu),
    ]);
    const known = new Set(
      paths(`announcements/*/*/index.${language}.md`).map((path) =>
        path.split(/[/\\]/u).slice(1, 3).join('/'),
      ),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(([, locale, id]) => locale !== language || !known.has(id!))).toEqual([]);
  });
});

test('Russian has no letters of Kazakh only', () => {
  expect(texts('ru').filter((text) => /[әғқңөұүһі]/u.test(text))).toEqual([]);
});

test('facts are written in one language only', () => {
  expect(
    texts('ru').filter((text) =>
      /^(?:date|kind|topics|divisions|people|expires|eventStart):/mu.test(text),
    ),
  ).toEqual([]);
});

test('a folder with something in it is refused', async () => {
  await expect(generateContent({ dir, announcements: 1 })).rejects.toThrow(
    'is not empty; name a new folder.',
  );
});
