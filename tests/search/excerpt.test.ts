import { describe, expect, test } from 'vitest';
import { excerptOf, type Piece } from '#browser/excerpt.ts';
import { placesOf } from '#search/places.ts';
import fc from '../fast-check.ts';

const show = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ');

describe('an excerpt', () => {
  test('marks words as they stand in the text', () => {
    const { title, words: text } = excerptOf('Жаңа жол\n«Жолдың» ұзындығы — 5 км.', [1, 3, 6]);
    expect([show(title), show(text)]).toEqual(['Жаңа [жол]', '«[Жолдың]» ұзындығы — 5 [км].']);
  });

  test('without a match in the text is its beginning', () => {
    expect(show(excerptOf(`T\n${words(40)}`, [0]).words)).toBe(`${words(30)}…`);
  });

  test('shows where most matches are, with a few words before', () => {
    const { words: text } = excerptOf(`T\n${words(100)}`, [4, 62, 64, 66]);
    expect(show(text)).toMatch(/^…w54 w55 w56 w57 w58 w59 \[w60\] w61 \[w62\] w63 \[w64\].*w83…$/u);
  });

  test('of places beyond the text, where the names are, shows nothing', () => {
    expect(excerptOf('T\nтекст', [900])).toEqual({
      title: [{ text: 'T', marked: false }],
      words: [{ text: 'текст', marked: false }],
    });
  });

  test('of a title alone', () =>
    expect(excerptOf('Жол', [0])).toEqual({ title: [{ text: 'Жол', marked: true }], words: [] }));
});

test('whatever the text and the places: whole words are marked, and what is shown is the text', () => {
  const piece = fc.constantFrom(
    'жол',
    'Қаланың',
    ' ',
    ' ',
    '\n',
    '-',
    '«',
    '</mark>',
    '<b>',
    '&lt;',
    '5',
    '👮',
    '.',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 120 }),
      fc.array(fc.nat(130), { maxLength: 10 }),
      (list, positions) => {
        const text = list.join('');
        const { title, words: shown } = excerptOf(text, positions);
        expect(show(title).replaceAll(/[[\]]/gu, '')).toBe(text.split('\n', 1)[0]);
        const plain = shown
          .map((each) => each.text)
          .join('')
          .replace(/^…/u, '')
          .replace(/…$/u, '');
        expect(text).toContain(plain);
        const found = placesOf(text);
        const may = new Set(positions.map((position) => found[position]?.word));
        for (const { text: word } of [...title, ...shown].filter(({ marked }) => marked))
          expect(may).toContain(word);
      },
    ),
  );
});
