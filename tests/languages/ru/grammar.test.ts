import { describe, expect, test } from 'vitest';
import { grammar as russian } from '#languages/ru/grammar.ts';

const stems = (word: string): string[] => russian.stems(word).map(({ stem }) => stem);
const share = (one: string, other: string): boolean =>
  stems(one).some((stem) => stems(other).includes(stem));

describe('forms of a word have a stem in common', () => {
  test.each([
    ['новый', 'новой'],
    ['синий', 'синих'],
    ['замок', 'замка'],
    ['отец', 'отцом'],
    ['боец', 'бойцы'],
    ['письмо', 'писем'],
    ['день', 'дней'],
    ['время', 'временем'],
    ['имя', 'имён'],
    ['мать', 'матери'],
    ['музей', 'музеев'],
    ['гражданин', 'граждане'],
    ['финал', 'финале'],
    ['возможен', 'возможные'],
    ['назначить', 'назначены'],
    ['направить', 'направлен'],
    ['освободить', 'освобождены'],
    ['пригласить', 'приглашены'],
    ['открыть', 'открыта'],
    ['использовать', 'использует'],
    ['возникнуть', 'возникла'],
    ['найти', 'нашёл'],
    ['пройти', 'прошли'],
    ['стать', 'станет'],
    ['жить', 'живёт'],
    ['давать', 'даёт'],
  ])('%s, %s', (one, other) => expect(share(one, other)).toBe(true));
});

describe('other words are told apart by the likeliest stem', () => {
  test.each([
    ['мощность', 'мощный'],
    ['назначение', 'назначен'],
    ['крупнейший', 'крупный'],
    ['статья', 'стать'],
  ])('%s, %s', (one, other) => expect(stems(one)[0]).not.toBe(stems(other)[0]));
});
