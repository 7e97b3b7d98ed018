import { expect, test } from 'vitest';
import { readingMinutes } from '#body/reading-time.ts';

test.each([
  ['nothing at all', '', 1],
  ['a line', 'Жол жабық.', 1],
  ['a thousand letters', 'ә'.repeat(1000), 1],
  ['two and a half thousand', 'ә'.repeat(2500), 3],
  ['spaces and signs are not read', `${'а'.repeat(1400)}${'. — «»\n'.repeat(500)}`, 1],
])('%s', (_name, text, minutes) => expect(readingMinutes(text)).toBe(minutes));
