import { describe, expect, test } from 'vitest';
import { builtInLocales } from '#lang/built-in.ts';
import { type Message, places, pluralForms } from '#lang/message.ts';
import {
  errorSentence,
  messagePlaceholders,
  readErrors,
  readMessages,
  sayFilled,
  sayIn,
} from '#messages/messages.ts';
import { errorPlaceholders, UserError } from '#messages/user-error.ts';
import { foreignQuotationMarks } from '../languages/quotation-marks.ts';

const dictionaries = [
  ['messages', messagePlaceholders, readMessages],
  ['errors', errorPlaceholders, readErrors],
] as const;

describe.each(builtInLocales)('in %s', (locale) => {
  describe.each(dictionaries)('%s', (_, table, read) => {
    const texts: Readonly<Record<string, Message>> = read(locale);

    test('every sentence is there, and none is left over', () =>
      expect(Object.keys(texts).sort()).toEqual(Object.keys(table).sort()));

    test.each(Object.entries<readonly string[]>(table))('%s names %j', (id, named) => {
      const message = texts[id]!;
      const forms = typeof message === 'string' ? [message] : Object.values(message);
      if (typeof message !== 'string') {
        expect(Object.keys(message).sort()).toEqual(pluralForms(locale));
        // It chooses the form, which need not name it.
        expect(named).toContain('count');
      }
      for (const form of forms) {
        expect(form).toMatch(/^\S.*\S$/su);
        // Of a picture, or of a comment for the author.
        expect(form).not.toMatch(/!(?!\[|--)/u);
        expect(form).not.toMatch(foreignQuotationMarks(locale));
        const chooses = typeof message !== 'string' && !places(form).includes('count');
        expect([...places(form), ...(chooses ? ['count'] : [])].sort()).toEqual([...named].sort());
      }
    });
  });
});

test('a sentence with its values', () => {
  const say = sayIn('ru');
  expect(say('count.error', { count: 2 })).toBe('2 ошибки');
  expect(say('nothing-found')).toBe('Ошибок и замечаний нет.');
  expect(sayFilled(say, { id: 'proof.fixed', params: { file: 'x.md' } })).toBe('Исправлено: x.md');
});

test('an error in words', () =>
  expect(errorSentence('en', new UserError('option-missing', { option: '--url' }))).toBe(
    'Something is missing: --url',
  ));

/** Nothing here runs: each call is one that the compiler must refuse. */
export function refusedByTheCompiler(): void {
  const say = sayIn('en');
  // @ts-expect-error its placeholder is missing
  say('proof.fixed');
  // @ts-expect-error the value of its placeholder is missing
  say('proof.fixed', {});
  // @ts-expect-error it has no such placeholder
  say('proof.fixed', { file: 'x', line: 1 });
  // @ts-expect-error it has no placeholder at all
  say('nothing-found', { count: 1 });
  // @ts-expect-error there is no such sentence
  say('nothing-fund');
  // @ts-expect-error one of the two needs a value
  say(String(say) === '' ? 'nothing-found' : 'proof.fixed');
  // @ts-expect-error the values are those of another sentence
  sayFilled(say, { id: 'proof.fixed', params: { id: 'x' } });
  // @ts-expect-error its placeholder is missing
  new UserError('lock-held');
  // @ts-expect-error it has no such placeholder
  new UserError('lock-held', { pid: '1', file: 'x' });
  // @ts-expect-error it has no placeholder at all
  new UserError('not-first', { first: 'x' });
  // @ts-expect-error there is no such sentence
  new UserError('lock-hold', { pid: '1' });
}
