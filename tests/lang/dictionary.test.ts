import { expect, test } from 'vitest';
import { builtInLocales, builtInStrings } from '#lang/built-in.ts';
import { checkDictionary, type Dictionary, type DictionaryFault } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';
import { stringIds, type StringKey, stringKeys } from '#lang/strings-keys.ts';

test.each(builtInLocales)('the texts that come with Jarshy in %s have no fault', (locale) => {
  expect(checkDictionary(locale, builtInStrings(locale)!)).toEqual([]);
});

test('no texts come in other languages', () => expect(builtInStrings('../kk')).toBeUndefined());

const russian = builtInStrings('ru')!;

test('a missing text', () => {
  const { 'nav.home': _, ...others } = russian;
  expect(checkDictionary('ru', others)).toEqual([
    { fault: 'missing-string', key: 'nav.home', note: 'Link to the home page of the language.' },
  ]);
});

const cases: Array<[name: string, changes: Record<string, unknown>, faults: DictionaryFault[]]> = [
  [
    'a mistyped key',
    { 'nav.hone': 'Главная' },
    [{ fault: 'unknown-string', key: 'nav.hone', nearest: 'nav.home' }],
  ],
  [
    'an invented key',
    { greeting: 'Здравствуйте' },
    [{ fault: 'unknown-string', key: 'greeting', nearest: '' }],
  ],
  [
    'a key that every object has',
    { constructor: 'x' },
    [{ fault: 'unknown-string', key: 'constructor', nearest: '' }],
  ],
  ['an empty text', { 'nav.home': ' ' }, [{ fault: 'string-type', key: 'nav.home' }]],
  ['a number', { 'nav.home': 1 }, [{ fault: 'string-type', key: 'nav.home' }]],
  [
    'one form where several are needed',
    { 'archive.count': 'x' },
    [{ fault: 'string-type', key: 'archive.count' }],
  ],
  [
    'several forms where one is needed',
    { 'nav.home': { one: 'x', other: 'y' } },
    [{ fault: 'string-type', key: 'nav.home' }],
  ],
  [
    'a missing form',
    { 'archive.count': { one: 'x', many: 'x', other: 'x' } },
    [{ fault: 'plural-form', key: 'archive.count', form: 'few' }],
  ],
  [
    'an unknown place',
    { 'date.range': '{start} – {finish}' },
    [{ fault: 'unknown-place', key: 'date.range', place: 'finish', places: 'start, end' }],
  ],
  [
    'a place where there is none',
    { 'nav.home': '{name}' },
    [{ fault: 'unknown-place', key: 'nav.home', place: 'name', places: '—' }],
  ],
  [
    'the number of a text that counts',
    { 'archive.count': { one: '{count}', few: '{count}', many: '{count}', other: '{count}' } },
    [],
  ],
];

test.each(cases)('%s', (_, changes, faults) =>
  expect(checkDictionary('ru', { ...russian, ...changes })).toEqual(faults),
);

test.each(builtInLocales)('the built-in texts in %s need no stand-in', (locale) =>
  expect(stringIds.filter((id) => !(id in builtInStrings(locale)!))).toEqual([]),
);

test('a dictionary for an earlier version has stand-ins in its own language', () => {
  const {
    'search.offline': _offline,
    'search.besides': _besides,
    ...earlier
  } = builtInStrings('kk') as Dictionary;
  expect(checkDictionary('kk', earlier)).toEqual([]);
  const { t } = createStrings('kk', earlier as Dictionary);
  expect([t('search.offline'), t('search.besides', { count: 2 })]).toEqual([
    t('search.failed'),
    '',
  ]);
});

test('every stand-in is a key of its own, or no text', () => {
  for (const { standIn } of Object.values<StringKey>(stringKeys))
    if (standIn) expect(Object.keys(stringKeys)).toContain(standIn);
});
