import { expect, test } from 'vitest';
import { guessTag } from '#lang/locale.ts';
import { guessZone } from '#lang/guess-zone.ts';

test.each<[string, string | undefined, string?]>([
  ['UTC+5', 'Asia/Almaty', 'offset'],
  ['utc +05:00', 'Asia/Almaty', 'offset'],
  ['GMT+3', 'Europe/Moscow', 'offset'],
  ['UTC−5', 'America/Bogota', 'offset'],
  ['+0545', 'Asia/Katmandu', 'offset'],
  ['UTC+27', undefined],
  ['Almaty', 'Asia/Almaty', 'town'],
  ['Алматы', 'Asia/Almaty', 'town'],
  ['г. Астана', 'Asia/Almaty', 'town'],
  ['Астана қаласы', 'Asia/Almaty', 'town'],
  ['Шымкент', 'Asia/Almaty', 'town'],
  ['new york', 'America/New_York', 'town'],
  ['Нигде', undefined],
  ['', undefined],
])('the zone meant by %j', (written, zone, kind) => {
  const guess = guessZone(written);
  expect([guess?.zone, guess?.written]).toEqual([zone, kind]);
});

test.each([
  ['kz', 'kk'],
  ['ua', 'uk'],
  ['KK', 'kk'],
  ['ru_RU', 'ru-RU'],
  ['kazakh', undefined],
  ['русский', undefined],
])('the language meant by %j', (written, tag) => expect(guessTag(written)).toBe(tag));
