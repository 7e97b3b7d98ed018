import { describe, expect, test } from 'vitest';
import { brokenPieces } from '#languages/cyrillic/broken-letters.ts';

/** What a program shows that reads bytes of one encoding in another. */
function misread(text: string, is: string, as: string): string {
  const signs = [
    ...new TextDecoder(is === 'utf-8' ? 'latin1' : is).decode(
      Uint8Array.from({ length: 256 }, (_, at) => at),
    ),
  ];
  const bytes =
    is === 'utf-8' ? Buffer.from(text) : Buffer.from([...text].map((sign) => signs.indexOf(sign)));
  return new TextDecoder(as).decode(bytes);
}

describe('letters read in a wrong encoding are found, with what they were', () => {
  test.each([
    ['Привет, мир и город', 'utf-8', 'windows-1251'],
    ['Привет, мир и город', 'utf-8', 'windows-1252'],
    ['Привет, мир и город', 'koi8-r', 'windows-1251'],
  ])('%s: %s as %s', (text, is, as) => {
    const line = misread(text, is, as);
    expect(brokenPieces(line)).toEqual([{ piece: line, corrected: text }]);
  });

  test('words among sound ones', () =>
    expect(brokenPieces(`Город: ${misread('Привет', 'windows-1251', 'windows-1252')}.`)).toEqual([
      { piece: 'Ïðèâåò.', corrected: 'Привет.' },
    ]));

  test('Kazakh letters of an old font', () =>
    expect(brokenPieces('Јскерге шаќыру басталды')).toEqual([
      { piece: 'Јскерге шаќыру басталды', corrected: 'Әскерге шақыру басталды' },
    ]));
});

describe('lost letters are found', () => {
  test.each([
    ['Сәл\uFFFDм бәріне', ['Сәл\uFFFDм']],
    ['Қазіргі м?дениет пен ?аза?стан', ['м?дениет', '?аза?стан']],
    ['???? ??????, 2026', ['???? ??????']],
    ['Сказал: ??????', ['??????']],
  ])('%s', (line, pieces) => expect(brokenPieces(line).map(({ piece }) => piece)).toEqual(pieces));
});

describe('sound lines', () => {
  test.each([
    'Что делать?',
    'Правда??? Нет!',
    'Правда?Нет',
    'Élève à l’école, Übergröße, Zürich, naïve',
    'Українська мова: її ґанок, їжак і єдність.',
    'Српски: ђак, љубав, његов, ћуприја, џеп, ја.',
    'Әскерге шақыру басталды',
    'Для СМИ: МЧС и КНБ, iPhone и eGov',
    'C++ ??= 5; a ?? b',
    'Температура −5…+3 °C, §5, №7, ±2 %',
    'САУДА-САТТЫҚ, ЖҚ-2030',
  ])('%s', (line) => expect(brokenPieces(line)).toEqual([]));
});
