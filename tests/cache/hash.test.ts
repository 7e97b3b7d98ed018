import { describe, expect, test } from 'vitest';
import { hashedOnce, hashOf } from '#cache/hash.ts';

test('the same for the same value, another for another', () => {
  expect(hashOf({ a: [1, 'б'] })).toBe(hashOf({ a: [1, 'б'] }));
  expect(hashOf({ a: [1, 'б'] })).not.toBe(hashOf({ a: [1, 'в'] }));
});

describe('a value that is digested once', () => {
  const page = (part: object) => hashOf({ title: 'т', part });

  test('counts in what holds it with all that it holds', () => {
    expect(page(hashedOnce({ a: { b: 1 } }))).toBe(page(hashedOnce({ a: { b: 1 } })));
    expect(page(hashedOnce({ a: { b: 1 } }))).not.toBe(page(hashedOnce({ a: { b: 2 } })));
    expect(page(hashedOnce(['a', 'b']))).not.toBe(page(hashedOnce(['b', 'a'])));
  });

  test('may be known by a digest that somebody else has found, and is asked for it once', () => {
    let asked = 0;
    const part = hashedOnce({ html: '<p>' }, () => `word ${++asked}`);
    expect([JSON.stringify({ part }), JSON.stringify([part])]).toEqual([
      '{"part":"word 1"}',
      '["word 1"]',
    ]);
  });

  test('cannot be changed; a copy with something more in it is another value', () => {
    const part = hashedOnce({ a: 1 });
    expect(() => Object.assign(part, { a: 2 })).toThrow(TypeError);
    expect(JSON.stringify({ ...part, b: 2 })).toBe('{"a":1,"b":2}');
  });
});
