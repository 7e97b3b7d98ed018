import { describe, expect, test } from 'vitest';
import { setWell } from '#proofread/typography.ts';
import fc from '../fast-check.ts';

const nbsp = '\u00A0';

test.each([
  [
    'ru',
    '"Жасыл" апта - это "Біз "бірге" боламыз"',
    '«Жасыл» апта\u00A0— это «Біз „бірге“ боламыз»',
  ],
  ['kk', '"Заң мен Тәртіп" - деді ол', '«Заң мен Тәртіп»\u00A0— деді ол'],
  ['ru', 'А. Б. Омаров', `А.${nbsp}Б.${nbsp}Омаров`],
  ['kk', 'Ө.Ә. Сейіт пен Ғ. Қасым', `Ө.Ә.${nbsp}Сейіт пен Ғ.${nbsp}Қасым`],
  ['ru', '№ 5 и № 12', '№\u202F5 и №\u202F12'],
  ['ru', 'с 2020-2025 гг.', `с 2020–2025${nbsp}гг.`],
  ['ru', 'слово...', 'слово…'],
  ['ru', 'два  пробела', 'два пробела'],
] as const)('%s: %s', (locale, text, well) => expect(setWell(text, locale)).toBe(well));

describe('left alone', () => {
  test.each([
    'Телефон: (727) 254-44-44, 8 701 000 00 00, +7 727 000-00-00',
    '1/2 часть, 3/4 дороги, 22.01.2026, 2026-01-22, с 10:00 до 12:30',
    'https://example.org/a--b?c="d" и press@example.org',
    'Файл plan-2.pdf',
    'в городе и на дороге',
    'қой ка, сол то',
    ' края ',
    '',
  ])('%s', (text) => expect(setWell(text, 'kk')).toBe(text));
});

test('setting twice changes nothing more', () => {
  const piece = fc.constantFrom(
    '"',
    '«',
    '»',
    '-',
    '—',
    ' ',
    '  ',
    '\u00A0',
    '.',
    ',',
    '...',
    '№',
    '5',
    '12',
    '%',
    'А.',
    'Ә',
    'сөз',
    'слово',
    '(727) 254-44-44',
    '1/2',
    'https://e.org/x',
    '\uFFFC',
    '\n',
    'т.д.',
    'г.',
    'млн',
    '!',
    '?',
    ':',
    '(',
    ')',
    "'",
    '/',
    '@',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.constantFrom('kk', 'ru'),
      (pieces, locale) => {
        const once = setWell(pieces.join(''), locale);
        expect(setWell(once, locale)).toBe(once);
        for (const kept of ['(727) 254-44-44', 'https://e.org/x'])
          expect(once.split(kept).length).toBe(pieces.join('').split(kept).length);
      },
    ),
    { numRuns: 2000 },
  );
});
