import { expect, test } from 'vitest';
import { chosenBody, differences, passages } from '#desk/elsewhere.js';
import { joinedText, joinTexts } from '#desk/three-way.ts';

const text = (fields: string, ...paragraphs: string[]) =>
  `---\n${fields}\n---\n\n${paragraphs.join('\n\n')}\n`;
const was = text('title: А\ndate: 2026-01-22', 'Один.', 'Два.', 'Три.');
const choicesOf = (pieces: ReturnType<typeof joinTexts>) =>
  pieces.flatMap((piece) =>
    piece.kind === 'choice' ? [[piece.field, piece.ours.join(''), piece.theirs.join('')]] : [],
  );

test.each<[string, string, string, string]>([
  ['nothing changed', was, was, was],
  ['one side changed', was, was.replace('Два.', 'Два!'), was.replace('Два.', 'Два!')],
  [
    'both changed other paragraphs',
    was.replace('Один.', 'Один!'),
    was.replace('Два.', 'Два?'),
    text('title: А\ndate: 2026-01-22', 'Один!', 'Два?', 'Три.'),
  ],
  [
    'a paragraph added at the end, another taken out',
    text('title: А\ndate: 2026-01-22', 'Один.', 'Два.', 'Три.', 'Четыре.'),
    text('title: А\ndate: 2026-01-22', 'Один.', 'Три.'),
    text('title: А\ndate: 2026-01-22', 'Один.', 'Три.', 'Четыре.'),
  ],
  [
    'other fields, lists with their lines',
    text('title: Б\ndate: 2026-01-22', 'Один.', 'Два.', 'Три.'),
    text('title: А\ndate: 2026-01-22\ntopics:\n  - a\n  - b', 'Один.', 'Два.', 'Три.'),
    text('title: Б\ndate: 2026-01-22\ntopics:\n  - a\n  - b', 'Один.', 'Два.', 'Три.'),
  ],
])('joined without a question: %s', (_, ours, theirs, joined) => {
  const pieces = joinTexts(was, ours, theirs);
  expect(choicesOf(pieces)).toEqual([]);
  expect(joinedText(pieces, () => 'ours')).toBe(joined);
});

test('a choice takes one side whole, or both', () => {
  const pieces = joinTexts(
    was,
    was.replace('Два.', 'Моё.').replace('А', 'М'),
    was.replace('Два.', 'Твоё.').replace('А', 'Т'),
  );
  expect(choicesOf(pieces)).toEqual([
    ['title', 'title: М\n', 'title: Т\n'],
    ['', 'Моё.\n\n', 'Твоё.\n\n'],
  ]);
  const front = (title: string) => `title: ${title}\ndate: 2026-01-22`;
  expect(joinedText(pieces, (at) => (at === 0 ? 'theirs' : 'ours'))).toBe(
    text(front('Т'), 'Один.', 'Моё.', 'Три.'),
  );
  expect(joinedText(pieces, () => 'both')).toBe(text(front('М'), 'Один.', 'Моё.', 'Твоё.', 'Три.'));
});

test('a file of settings is joined field by field', () => {
  const before = 'a: 1\nb:\n  c: 2\n';
  const pieces = joinTexts(before, 'a: 9\nb:\n  c: 2\n', 'a: 1\nb:\n  c: 3\n');
  expect(joinedText(pieces, () => 'ours')).toBe('a: 9\nb:\n  c: 3\n');
});

test('in the editor, what differs is named by language and field; empty and absent are the same', () => {
  expect(
    differences(
      { ru: { title: 'А', draft: false, body: 'Один.' }, kk: { title: 'Ә', summary: '' } },
      { ru: { title: 'Б', body: 'Один.\n' }, kk: { title: 'Ә', topics: ['x'] } },
    ),
  ).toEqual([
    { locale: 'ru', field: 'title', mine: 'А', theirs: 'Б' },
    { locale: 'kk', field: 'topics', mine: undefined, theirs: ['x'] },
  ]);
});

test('bodies are chosen by passages', () => {
  const found = passages('Один.\n\nМоё.\n\nТри.', 'Один.\n\nТвоё.\n\nТри.\n\nЧетыре.\n');
  expect(found).toEqual([
    { both: ['Один.'] },
    { mine: ['Моё.'], theirs: ['Твоё.'] },
    { both: ['Три.'] },
    { mine: [], theirs: ['Четыре.'] },
  ]);
  expect(chosenBody(found, () => 'theirs')).toBe('Один.\n\nТвоё.\n\nТри.\n\nЧетыре.\n');
  expect(chosenBody(found, (at) => (at === 0 ? 'mine' : 'theirs'))).toBe(
    'Один.\n\nМоё.\n\nТри.\n\nЧетыре.\n',
  );
});
