import { describe, expect, test } from 'vitest';
import { looks, writeReaderStyles } from '#outputs/reader-styles.ts';
import { readerSettings, usual } from '#views/parts/reader-setting-choices.ts';
import { sheets } from '../styles/sheets.ts';

const css = writeReaderStyles();
const choices = Object.entries(readerSettings).flatMap(([setting, { values }]) =>
  Object.keys(values)
    .filter((value) => value !== usual)
    .map((value) => [setting, value] as const),
);

describe.each(choices)('%s: %s', (setting, value) => {
  test('is written once for the script and once for the panel', () => {
    expect(css).toContain(
      `:root:root:where([data-${setting}=${value}],:has(.view [value=${value}]:checked))`,
    );
  });
  test('changes something, and only what there is', () => {
    const { tokens, elements = {} } = (
      looks as Record<string, Record<string, { tokens: object; elements?: object }>>
    )[setting]![value]!;
    expect(Object.keys(tokens).length + Object.keys(elements).length).toBeGreaterThan(0);
    for (const token of Object.keys(tokens).filter((name) => name.startsWith('--')))
      expect([token, sheets.get('tokens.css')!.includes(`  ${token}:`)]).toEqual([token, true]);
  });
});

test('no value has two meanings: the panel is asked for values, not for settings', () => {
  expect(new Set(choices.map(([, value]) => value)).size).toBe(choices.length);
});

test('the first value of each setting is the one that changes nothing', () => {
  expect(Object.values(readerSettings).map(({ values }) => Object.keys(values)[0])).toEqual(
    Object.keys(readerSettings).map(() => usual),
  );
});
