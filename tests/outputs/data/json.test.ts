import { expect, test } from 'vitest';
import { wellFormedJson } from '#outputs/data/json.ts';
import fc from '../../fast-check.ts';

test.each([
  ['a half of a pair', 'a\ud83d', '{"of":"a\ufffd"}'],
  ['the other half', '\ude00b', '{"of":"\ufffdb"}'],
  ['a pair', '\ud83d\ude00', '{"of":"\ud83d\ude00"}'],
  ['what is written like an escape', '\\ud83d', String.raw`{"of":"\\ud83d"}`],
])('%s', (_name, of, written) => expect(wellFormedJson({ of })).toBe(written));

const text = fc
  .array(fc.constantFrom('ә', 'a', '\\', '"', 'ud83d', '\ud83d', '\ude00', '\u0000'))
  .map((parts) => parts.join(''));

test('whatever it is given, what is read has whole characters only, and no other is changed', () => {
  fc.assert(
    fc.property(fc.array(text), (of) => {
      expect(JSON.parse(wellFormedJson({ of }))).toEqual({
        of: of.map((one) => one.toWellFormed()),
      });
    }),
  );
});
