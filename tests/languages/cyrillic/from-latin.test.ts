import { expect, test } from 'vitest';
import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import { alphabetOf2021 } from '#languages/kk/alphabet-of-2021.ts';

test.each([
  ['kala', 'кала'],
  ['qazaqstan', 'казакстан'],
  ['kyzmet', 'кызмет'],
  ['aynalu', 'айналу'],
  ['zhuye', 'жуйе'],
  ['koyyldy', 'койылды'],
  ['qalanyñ', 'қаланың'],
  ['jüie', 'жүйе'],
  ['sūlu', 'сұлу'],
  ['respublikasy', 'республикасы'],
  ['politsiya', 'полиция'],
  ['polisiia', 'полиция'],
  ['sovetskiy', 'советский'],
  ['novoye', 'новое'],
  ['krasnye', 'красные'],
  ['igrat', 'играть'],
  ['zavershilas', 'завершилась'],
  ['priglashyon', 'приглашён'],
  ['shchit', 'щит'],
])('%s may be %s', (latin, cyrillic) =>
  expect(fromLatin(latin, alphabetOf2021)).toContain(cyrillic),
);

test.each(['қала', '102', 'go!', ''])('«%s» is not Latin', (word) =>
  expect(fromLatin(word, alphabetOf2021)).toEqual([]),
);
