import { describe, expect, test } from 'vitest';
import {
  agree,
  decline,
  declineSurname,
  withPrepositions,
  type RussianForm,
  type RussianNoun,
} from '../../bench/russian.ts';

const one = (form: RussianForm['case']) => ({ case: form });
const many = (form: RussianForm['case']) => ({ case: form, plural: true });

test.each<[string, RussianNoun, RussianForm, string]>([
  ['школа', { lemma: 'школа' }, many('gen'), 'школ'],
  ['улица', { lemma: 'улица' }, one('ins'), 'улицей'],
  ['остановка', { lemma: 'остановка' }, many('gen'), 'остановок'],
  ['музей', { lemma: 'музей' }, many('gen'), 'музеев'],
  ['площадь', { lemma: 'площадь' }, one('ins'), 'площадью'],
  ['житель', { lemma: 'житель', animate: true }, many('acc'), 'жителей'],
  ['врач', { lemma: 'врач', animate: true }, many('gen'), 'врачей'],
  ['здание', { lemma: 'здание' }, one('pre'), 'здании'],
  ['лаборатория', { lemma: 'лаборатория' }, many('ins'), 'лабораториями'],
  ['правило', { lemma: 'правило' }, many('gen'), 'правил'],
])('%s: %s', (_, noun, form, declined) => expect(decline(noun, form)).toBe(declined));

test.each<[string, string, RussianForm, string]>([
  ['новый', 'школа', one('gen'), 'новой школы'],
  ['городской', 'парк', many('dat'), 'городским паркам'],
  ['соседний', 'улица', one('acc'), 'соседнюю улицу'],
  ['осенний', 'собрание', one('pre'), 'осеннем собрании'],
  ['общий', 'здание', one('gen'), 'общего здания'],
])('%s %s: %s', (adjective, lemma, form, agreed) =>
  expect(`${agree(adjective, { lemma }, form)} ${decline({ lemma }, form)}`).toBe(agreed),
);

describe('surnames', () => {
  test.each([
    ['Серикова', 'dat', 'Сериковой'],
    ['Сериков', 'ins', 'Сериковым'],
  ] as const)('%s %s: %s', (surname, form, declined) =>
    expect(declineSurname(surname, form)).toBe(declined),
  );
});

test.each([
  ['Вместе с школьниками', 'Вместе со школьниками'],
  ['Вместе с жителями', 'Вместе с жителями'],
  ['Заявление о освещении', 'Заявление об освещении'],
  ['в временном здании', 'во временном здании'],
])('%s is said: %s', (text, said) => expect(withPrepositions(text)).toBe(said));
