import { expect, test } from 'vitest';
import { betterIn } from '#proofread/proof-read.ts';
import { repairBody, shapeOf } from '#proofread/repair.ts';
import fc from '../fast-check.ts';

const body = (text: string) => ({ body: text, format: 'md' as const, bodyLine: 1 });
const repair = (text: string) => repairBody(body(text), betterIn('ru'));

test.each([
  [
    'quotation marks that open and close in different nodes',
    'Слово "**важное** дело" здесь\n',
    'Слово «**важное** дело» здесь\n',
  ],
  [
    'a quotation of several lines',
    '> "Да" - сказал\n> он. "Нет"\n',
    '> «Да»\u00A0— сказал\n> он. «Нет»\n',
  ],
  [
    'a table, its alignment kept',
    '| "а" | б |\n|:--|--:|\n| "в" | 2 |\n',
    '| «а» | б |\n|:--|--:|\n| «в» | 2 |\n',
  ],
  ['beside what is escaped', '\\* "да" &amp; "нет" \\_\n', '\\* «да» &amp; «нет» \\_\n'],
  ['letters of the other script', 'В гоpоде\n', 'В городе\n'],
  ['behind a letter of two code units', '😀 "да"\n', '😀 «да»\n'],
])('%s', (_, before, after) => expect(repair(before)).toBe(after));

test.each([
  ['code', '`"а" - б` \n\n```\n"а" - "б"\n```\n\n    "а" - б\n'],
  [
    'addresses and titles of links',
    '[Да](https://e.org/a--b "T - t")\n\n<https://e.org/"x">\n\n![о - о](x.jpg)\n',
  ],
  ['telephone numbers and fractions', 'Звоните (727) 254-44-44. Это 1/2 пути.\n'],
  ['raw HTML', '<p title="а - б">х</p>\n'],
  ['a list that would become a paragraph', '- а\n- б\n\n---\n\n1. в\n'],
])('untouched: %s', (_, text) => expect(repair(text)).toBe(text));

test('any text: repaired twice as once, and the tree but for its words as it was', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      "'",
      '- ',
      ' - ',
      '—',
      '...',
      '**',
      '*',
      '_',
      '`',
      '\n',
      '\n\n',
      '> ',
      '| ',
      '|',
      '\n|-|-|\n',
      '# ',
      '1. ',
      '\\',
      '&amp;',
      '&quot;',
      '<b>',
      '</b>',
      '[а](б.html)',
      '![а](б.jpg)',
      '~~',
    ],
    ...[
      'слово',
      'сөз',
      'гоpод',
      'А. Б. Омаров',
      '№ 5',
      '(727) 254-44-44',
      '1/2',
      'https://e.org/x-y',
      '[^1]',
      '\n\n[^1]: "x"\n',
      '    ',
      '```\n',
      '10-20 мая',
      '5 %',
      '\u00A0',
      '😀',
      ' ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const before = pieces.join('');
      const once = repair(before);
      expect(repair(once)).toBe(once);
      expect(shapeOf(once, 'md')).toBe(shapeOf(before, 'md'));
      for (const kept of ['(727) 254-44-44', 'https://e.org/x-y', 'б.jpg'])
        expect(once.split(kept).length).toBe(before.split(kept).length);
    }),
    { numRuns: 1500 },
  );
});
