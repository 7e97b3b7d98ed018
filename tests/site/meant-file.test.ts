import { expect, test } from 'vitest';
import { meantTextFile } from '#site/meant-file.ts';

test.each([
  ['ru.md', 'index.ru.md'],
  ['index_ru.md', 'index.ru.md'],
  ['index.RU.md', 'index.ru.md'],
  ['Index.ru.MD', 'index.ru.md'],
  ['index.rus.md', 'index.ru.md'],
  ['index.ru (1).md', 'index.ru.md'],
  ['index.ru — копия.md', 'index.ru.md'],
  ['index.ru.markdown', 'index.ru.md'],
  ['index.ru.md.txt', 'index.ru.md'],
  ['index.ru.md~', 'index.ru.md'],
  ['index.ru (1).mdx', 'index.ru.mdx'],
  ['index.md', 'index.ru.md'],
  ['~$index.ru.md', undefined],
  ['notes.md', undefined],
  ['index.en.md', undefined],
  // There is one already.
  ['index.kz.md', undefined],
])('%s is meant to be %s', (name, meant) =>
  expect(meantTextFile(name, new Set(['index.kk.md', name]), ['kk', 'ru'])).toBe(meant),
);
