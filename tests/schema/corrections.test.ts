import { describe, expect, test } from 'vitest';
import { parseYaml, type Yaml } from '#lang/yaml.ts';
import { announcementFile } from '#schema/announcement.ts';
import { checkValue } from '#schema/check.ts';

/** The problems of a file with these lines, below a title. */
function found(...lines: string[]) {
  const yaml = parseYaml(['title: Т', ...lines].join('\n')) as Yaml;
  const result = checkValue(announcementFile, yaml, 'index.ru.md');
  return 'problems' in result ? result.problems.map(({ id, params }) => [id, params]) : [];
}

const nearest = (...lines: string[]) => {
  const problems = found(...lines);
  expect(problems).toHaveLength(1);
  return (problems[0]?.[1] as { nearest?: string; corrected?: string }) ?? {};
};

describe('the value to paste', () => {
  test.each([
    ['draft: да', 'draft: true'],
    ['draft: "yes"', 'draft: true'],
    ['draft: Нет', 'draft: false'],
    ['draft: 1', 'draft: true'],
    ['draft: иә', 'draft: true'],
    ['topics: roads', 'topics: [roads]'],
    ['topics: roads, bridges', 'topics: [roads, bridges]'],
    ['people: a-omarov; b-omarov', 'people: [a-omarov, b-omarov]'],
    ['privacyOk: card-number', 'privacyOk: [card-number]'],
    ['summary: 2026', "summary: '2026'"],
    ['summary: true', "summary: 'true'"],
    ['summary: [Один]', 'summary: Один'],
    ['corrections: Исправлено имя', 'corrections: [{ date: …, note: Исправлено имя }]'],
    ['attachments: ./plan.pdf', 'attachments: [{ title: …, file: ./plan.pdf }]'],
    ['cover: photos/a.jpg', 'cover: ./a.jpg'],
    ['cover: C:\\Users\\a\\b.jpg', 'cover: ./b.jpg'],
    ['eventOnline: www.example.org/a', 'eventOnline: https://www.example.org/a'],
    ['contact: A_Omarov', 'contact: a-omarov'],
  ])('%s → %s', (line, corrected) => expect(nearest(line).nearest).toBe(corrected));

  test.each([
    ['topics: [“roads”]', 'roads'],
    ['topics: [Road Safety]', 'road-safety'],
    // The first letter is Cyrillic.
    ['topics: [\u0441ity]', 'city'],
    ['corrections: [{ date: 31.11.2026, note: a }]', '2026-11-30'],
  ])('inside a list: %s → %s', (line, corrected) => expect(nearest(line).nearest).toBe(corrected));

  test.each(['draft: maybe', 'topics: { a: b }', 'eventRevision: a', 'topics: [Дороги]'])(
    'of %s nobody can tell',
    (line) => expect(nearest(line).nearest).toBeUndefined(),
  );
});

describe('a field of another generator', () => {
  test.each([
    ['published: false', 'draft: true'],
    ['status: draft', 'draft: true'],
    ['hidden: true', 'draft: true'],
    ['Publish_Date: 2027-01-01', 'date: 2027-01-01'],
    ['publishDate: 2027-01-01T10:00', 'date: 2027-01-01T10:00'],
    ['expiryDate: 2027-02-01', 'expires: 2027-02-01'],
    ['description: "Одно: другое"', "summary: 'Одно: другое'"],
    ['tags: [a, b]', 'topics: [a, b]'],
    ['tags: a, b', 'topics: [a, b]'],
    ['image: ./a.jpg', 'cover: ./a.jpg'],
    ['author: Айгуль Мысалова', 'people: [Айгуль Мысалова]'],
    ['lastmod: 2027-01-01', 'corrections: [{ date: 2027-01-01, note: … }]'],
    ['дата: 2027-01-01', 'date: 2027-01-01'],
    ['тақырыптар: [a]', 'topics: [a]'],
  ])('%s → %s', (line, corrected) => {
    expect(found(line).map(([id]) => id)).toEqual(['foreign-field']);
    expect(nearest(line).corrected).toBe(corrected);
  });

  test('that says nothing may go', () =>
    expect(found('published: true', 'weight: 5').map(([id]) => id)).toEqual([
      'unknown-field',
      'unknown-field',
    ]));
});

test.each(['Title: X', 'заголовок: X', 'headline: X', 'titlle: X'])(
  '%s is one fault, not a missing title as well',
  (line) => {
    const result = checkValue(announcementFile, parseYaml(line) as Yaml, 'index.ru.md');
    expect('problems' in result && result.problems.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^(?:unknown|foreign)-field$/u),
    ]);
  },
);
