import { expect, test } from 'vitest';
import { badCharacter, withoutBadCharacters } from '#lang/bad-characters.ts';
import fc from '../fast-check.ts';

test.each([
  ['a control character', 'a\u0007b', { index: 1, name: 'U+0007' }, 'ab'],
  ['a first half alone', 'ab\ud83d', { index: 2, name: 'U+D83D' }, 'ab'],
  ['a second half alone', '\ude00ab', { index: 0, name: 'U+DE00' }, 'ab'],
  [
    'halves the wrong way round, before a control character',
    'a\ude00\ud83d\u0085',
    { index: 1, name: 'U+DE00' },
    'a',
  ],
  ['what is no character', 'a\uffff', { index: 1, name: 'U+FFFF' }, 'a'],
  ['a pair, a tab and line ends', '\ud83d\ude00\t\r\n', undefined, '\ud83d\ude00\t\r\n'],
])('%s', (_name, text, found, without) => {
  expect(badCharacter(text)).toEqual(found);
  expect(withoutBadCharacters(text)).toBe(without);
});

const isBad = (character: string) => {
  const code = character.codePointAt(0)!;
  return (
    (code < 32 && ![9, 10, 13].includes(code)) ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code < 0xe000) ||
    code === 0xfffe ||
    code === 0xffff
  );
};

test('whatever the text, the bad ones are taken out, and nothing else', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'ә',
        'a',
        '\n',
        '\u0000',
        '\u0085',
        '\uffff',
        '\ufffd',
        '\ud83d',
        '\ude00',
        '\ud83d\ude00',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const all = [...given]; // Whole characters, and halves where they stand alone.
      expect(withoutBadCharacters(given)).toBe(all.filter((one) => !isBad(one)).join(''));
      expect(badCharacter(given) === undefined).toBe(!all.some(isBad));
    }),
  );
});
