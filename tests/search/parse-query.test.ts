import { expect, test } from 'vitest';
import { parseQuery } from '#search/parse-query.ts';

test.each([
  ['жаңа жол', ['жаңа', 'жол'], []],
  ['"жаңа жол" ашылды', ['ашылды'], [['жаңа', 'жол']]],
  ['«новая дорога», Алматы', ['Алматы'], [['новая', 'дорога']]],
  ['“new road”', [], [['new', 'road']]],
  ['„new road“', [], [['new', 'road']]],
  ['"жаңа жол', ['жаңа', 'жол'], []],
  ['«» ""', [], []],
  ['  — ! ', [], []],
] as const)('%s', (text, words, phrases) => expect(parseQuery(text)).toEqual({ words, phrases }));
