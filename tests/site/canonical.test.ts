import { expect, test } from 'vitest';
import { canonicalJson, type Json, sha256 } from '#site/canonical.ts';

test.each([
  [{ b: 1, a: [true, null, { d: 'ә"', c: 0.5 }] }, '{"a":[true,null,{"c":0.5,"d":"ә\\""}],"b":1}'],
  // RFC 8785, section 3.2.3: sorted by UTF-16 code unit, not by letter or code point.
  [
    { '\u20AC': 1, '\r': 2, '\uFB33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, ö: 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\uFB33":3}',
  ],
  [[], '[]'],
  ['x', '"x"'],
])('%j', (value, text) => expect(canonicalJson(value)).toBe(text));

test.each<[string, Json]>([
  ['half of a surrogate pair', 'a\ud800'],
  ['one in a key', { 'a\udc00b': 1 }],
  ['a number that is not finite', [Number.NaN]],
  ['no value at all', undefined as unknown as Json],
])('what RFC 8785 refuses is refused: %s', (_what, value) => expect(() => sha256(value)).toThrow());

test('the order in which a value was put together does not matter', () => {
  expect(sha256({ a: 1, b: 2 })).toBe(sha256({ b: 2, a: 1 }));
  expect(sha256({ a: 1, b: 2 })).not.toBe(sha256({ a: 2, b: 1 }));
});

test('as the program sha256sum says', () =>
  expect(sha256({ a: 1 })).toBe(
    '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
  ));
