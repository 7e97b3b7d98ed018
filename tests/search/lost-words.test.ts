import { expect, test } from 'vitest';
import { notFoundQuery } from '#browser/not-found-query.ts';

test.each([
  ['/kk/news/2026/zhana-park-ashyldy/', 'zhana park ashyldy'],
  ['/press/ru/news/dorogi.html', 'press dorogi'],
  ['/%D0%B4%D0%BE%D1%80%D0%BE%D0%B3%D0%B8', 'дороги'],
  ['/%E0%A4%A', ''],
  ['/kk/', ''],
  ['/', ''],
  ['/<script>alert(1)</script>', 'script alert script'],
])('%s', (path, words) => expect(notFoundQuery(path)).toBe(words));
