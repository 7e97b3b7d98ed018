import { describe, expect, test } from 'vitest';
import { hashedOnce, hashOf } from '#cache/hash.ts';

test('the same for the same value', () => {
  const value = () => ({
    a: [1, 'б', null, undefined, Number.NaN],
    b: new Map([['x', new Set([1n, true])]]),
    c: [new Date(0), Uint8Array.of(1, 2)],
  });
  expect(hashOf(value())).toBe(hashOf(value()));
  expect(hashOf(value())).toHaveLength(22);
});

test('another for every other value', () => {
  const values: unknown[] = [
    ...['', 'а', '0', '-0', 'NaN', 'null', 'undefined', '[]', '{}', '\ud800', '\udfff', '\ufffd'],
    ...[0, -0, 1, Number.NaN, Infinity, -Infinity, 0n, 1n, true, false, null, undefined],
    ...[
      [],
      [[]],
      [null],
      [undefined],
      [Number.NaN],
      [0],
      ['0'],
      [[], []],
      [1, 2],
      [2, 1],
      [[1], 2],
    ],
    ...[{}, { a: undefined }, { a: null }, { a: {} }, { a: 1, b: 2 }, { b: 2, a: 1 }, ['a', 1]],
    ...[new Map(), new Map([[1, 2]]), new Map([[2, 1]]), new Map([[[1], 2]]), new Map([['a', 1]])],
    ...[new Set(), new Set([1]), new Set([1, 2]), new Set([2, 1])],
    ...[new Date(0), new Date(1), new Date(Number.NaN), new Date(0).toISOString()],
    ...[Uint8Array.of(), Uint8Array.of(0), Uint8Array.of(0, 1), { 0: 0 }],
  ];
  const alike = [...Map.groupBy(values, hashOf).values()].filter(({ length }) => length > 1);
  expect(alike).toEqual([]);
});

test('nothing is left out: what cannot be hashed is refused, with the path to it', () => {
  const view = (sum: unknown) => ({ pages: ['а', { view: new Map([['sum', sum]]) }] });
  expect(() => hashOf(view(() => 1))).toThrow('No hash of a function at .pages[1].view[1]');
  expect(() => hashOf(view(Symbol('x')))).toThrow('No hash of a symbol at .pages[1].view[1]');
  expect(() => hashOf(view(/x/u))).toThrow('No hash of an instance of RegExp at .pages[1].view[1]');
  expect(() => hashOf({ toJSON: () => 1 })).toThrow('No hash of a function at .toJSON');
  const round: unknown[] = [];
  round.push(round);
  expect(() => hashOf(round)).toThrow('No hash of a value that holds itself');
  // A refused value leaves no state behind.
  expect(hashOf(['а'])).toBe(hashOf(['а']));
});

describe('a part that is hashed once', () => {
  const page = (part: object) => hashOf({ title: 'т', part });

  test('counts in what holds it with all that it holds', () => {
    expect(page(hashedOnce({ a: { b: 1 } }))).toBe(page(hashedOnce({ a: { b: 1 } })));
    expect(page(hashedOnce({ a: { b: 1 } }))).not.toBe(page(hashedOnce({ a: { b: 2 } })));
    expect(page(hashedOnce(['a', 'b']))).not.toBe(page(hashedOnce(['b', 'a'])));
    const inner = (b: number) => hashedOnce({ in: hashedOnce({ b }), beside: [b] });
    expect(page(inner(1))).toBe(page(inner(1)));
    expect(page(inner(1))).not.toBe(page(inner(2)));
  });

  test('may have a hash that is already known, and is asked for it once', () => {
    let asked = 0;
    const part = hashedOnce({ html: '<p>' }, () => `hash ${++asked}`);
    expect(page(part)).toBe(page(part));
    expect(asked).toBe(1);
    expect(page(part)).toBe(page(hashedOnce({ html: '<b>' }, () => 'hash 1')));
    expect(page(part)).not.toBe(page({ html: '<p>' }));
  });

  test('is written as JSON like any other value, and cannot be changed; a copy of it is not marked', () => {
    const part = hashedOnce({ a: 1 }, () => 'known');
    expect(JSON.stringify({ part })).toBe('{"part":{"a":1}}');
    expect(() => Object.assign(part, { a: 2 })).toThrow(TypeError);
    expect(page({ ...part, b: 2 })).toBe(page({ a: 1, b: 2 }));
  });
});
