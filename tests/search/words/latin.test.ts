import { expect, test } from 'vitest';
import { fromLatin } from '#search/words/latin.ts';

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
])('%s may be %s', (latin, cyrillic) => expect(fromLatin(latin)).toContain(cyrillic));

test.each(['қала', '102', 'go!', ''])('«%s» is not Latin', (word) =>
  expect(fromLatin(word)).toEqual([]),
);
