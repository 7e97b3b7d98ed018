import { describe, expect, test } from 'vitest';
import { analyse, nameStems, withRussianLetters } from '#languages/kk/grammar/analyse.ts';
import { stemShape } from '#languages/kk/grammar/stem-shape.ts';

const best = (word: string): string => analyse(word)[0]!.stem;

describe('nouns', () => {
  test.each([
    ['қаланың', 'қала'],
    ['қаладағылардың', 'қала'],
    ['бастығының', 'бастық'],
    ['мектептерімізде', 'мектеп'],
    ['министрліктен', 'министрлік'],
    ['республикасында', 'республика'],
    ['басшысымен', 'басшы'],
    ['кітабымызға', 'кітап'],
    ['облыстарындағы', 'облыс'],
    ['негізсіз', 'негіз'],
    ['назарбаевтың', 'назарбаев'],
    ['округінде', 'округ'],
  ])('%s is a form of %s', (form, word) => expect(best(form)).toBe(stemShape(word)));
});

describe('verbs', () => {
  test.each([
    ['келгендеріңіз', 'кел'],
    ['бермегеннен', 'бер'],
    ['жазылды', 'жаз'],
    ['жазбайды', 'жаз'],
    ['оқиды', 'оқы'],
    ['келіпті', 'кел'],
    ['басқарушылар', 'басқар'],
    ['тұратындарға', 'тұр'],
    ['қабылданды', 'қабылда'],
    ['қоюға', 'қой'],
    ['сүйеді', 'сүй'],
  ])('%s is a form of %s', (form, word) => expect(best(form)).toBe(stemShape(word)));

  test('тауып may be a form of тап', () =>
    expect(analyse('тауып').map(({ stem }) => stem)).toContain('тап'));
});

/** Those that a query takes, and of which the index keeps up to three. */
const likely = (word: string): string[] => {
  const stems = analyse(word);
  return stems.filter(({ worth }) => worth >= stems[0]!.worth - 0.5).map(({ stem }) => stem);
};

describe('possessives of the first and second person', () => {
  test.each([
    ['мектебімнің', 'мектеп'],
    ['қолымды', 'қол'],
    ['өміріңді', 'өмір'],
    ['үйіміздегі', 'үй'],
    ['қаламыздағылар', 'қала'],
    ['жобаңыздың', 'жоба'],
  ])('%s may be of %s', (form, word) => expect(likely(form)).toContain(stemShape(word)));
});

describe('words of closed classes are no nouns with an ending', () => {
  test.each(['қалай', 'қайда', 'қашан', 'неге', 'қанша', 'туралы', 'бірақ'])('%s', (word) =>
    expect(analyse(word)).toEqual([{ stem: word, worth: 0 }]),
  );
  test.each([
    ['оған', 'ол'],
    ['мұның', 'бұл'],
    ['нені', 'не'],
    ['кімдер', 'кім'],
    ['жатыр', 'жат'],
  ])('%s is a form of %s', (form, word) => expect(best(form)).toBe(stemShape(word)));
});

describe('endings of several persons are no plurals of a noun', () => {
  test.each([
    ['келіңіздер', 'кел'],
    ['істейсіздер', 'істе'],
    ['бардыңыздар', 'бар'],
    ['жасаңыздар', 'жаса'],
  ])('%s is a form of %s', (form, word) => expect(best(form)).toBe(stemShape(word)));
});

describe('a name keeps an end that looks like an ending', () => {
  test.each(['Қызылорда', 'Павлодар', 'Түркістан', 'Талдықорған', 'Көкшетау', 'Асқар'])(
    '%s',
    (name) => {
      const word = name.toLowerCase();
      for (const form of [word, `${word}мен`]) expect(nameStems(form)).toContain(stemShape(word));
    },
  );
});

describe('one shape for all shapes of a stem', () => {
  test.each([
    ['орын', 'орны'],
    ['халық', 'халқы'],
    ['ауыз', 'аузы'],
    ['мектеп', 'мектебі'],
    ['бастық', 'бастығы'],
    ['оқы', 'оқ'],
  ])('%s and %s', (one, other) => expect(stemShape(one)).toBe(stemShape(other)));
});

describe('an ending is lawful only in the harmony and after the sound that allow it', () => {
  test.each([
    ['қаланің', 'қала'],
    ['мектепдер', 'мектеп'],
    ['адамны', 'адам'],
    ['үйға', 'үй'],
    ['қызге', 'қыз'],
  ])('%s is no form of %s', (form, word) =>
    expect(analyse(form).map(({ stem }) => stem)).not.toContain(stemShape(word)),
  );
});

describe('typed with Russian letters', () => {
  test.each([
    ['каланын', 'қала'],
    ['кызметкерлеримиз', 'қызметкер'],
    ['созинде', 'сөз'],
    ['журип', 'жүр'],
  ])('%s is a form of %s', (form, word) =>
    expect(analyse(form, true)[0]!.stem).toBe(withRussianLetters(stemShape(word))),
  );
});

test.each(['қандай', 'басқа', 'бойынша'])('%s is not taken apart', (word) =>
  expect(analyse(word)).toHaveLength(1),
);

test('no word takes long', () => {
  const start = performance.now();
  for (const part of ['да', 'сыз', 'ыл', 'дағы', 'ларының']) analyse(part.repeat(500));
  for (const part of ['да', 'сыз', 'ыл', 'дағы', 'ларының']) analyse(part.repeat(40).slice(0, 40));
  expect(performance.now() - start).toBeLessThan(500);
});
