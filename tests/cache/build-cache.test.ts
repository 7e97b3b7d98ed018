import { beforeEach, describe, expect, test } from 'vitest';
import { createBuildCache, type BuildCache, type Task } from '#cache/build-cache.ts';

const length: Task<number> = { kind: 'length' };
let cache: BuildCache;
let runs: string[];
beforeEach(() => {
  cache = createBuildCache();
  runs = [];
});

const lengthOf = (name: string, key: string | undefined) =>
  cache.value(length, name, key, () => {
    runs.push(name);
    return name.length;
  });

describe('a value', () => {
  test('is made once for the same name and key, also in the next build', () => {
    expect([lengthOf('a', '1'), lengthOf('a', '1')]).toEqual([1, 1]);
    cache.nextBuild();
    expect(lengthOf('a', '1')).toBe(1);
    expect(runs).toEqual(['a']);
  });
  test('is made again under another key, and by another kind of task', () => {
    lengthOf('a', '1');
    lengthOf('a', '2');
    cache.value({ kind: 'other' }, 'a', '2', () => runs.push('other'));
    expect(runs).toEqual(['a', 'a', 'other']);
  });
  test('is not kept without a key', () => {
    lengthOf('a', undefined);
    lengthOf('a', undefined);
    expect(runs).toEqual(['a', 'a']);
    expect(cache.results().values.size).toBe(0);
  });
  test('that a build did not use is forgotten', () => {
    lengthOf('a', '1');
    cache.nextBuild();
    cache.nextBuild();
    lengthOf('a', '1');
    expect(runs).toEqual(['a', 'a']);
  });
  test('that was undefined is kept, too', () => {
    const nothing: Task<undefined> = { kind: 'nothing' };
    const make = () => cache.value(nothing, 'a', '1', () => void runs.push('a'));
    make();
    make();
    expect(runs).toEqual(['a']);
  });
});

describe('a task that asks the outside', () => {
  const exists: Task<string> = { kind: 'exists' };
  const ask = (files: Set<string>) =>
    cache.asking(
      exists,
      'x',
      '1',
      (name) => files.has(name),
      (record) => {
        runs.push('x');
        const answer = files.has('a');
        record('a', answer);
        return Promise.resolve(answer ? 'there' : 'gone');
      },
    );

  test('is not run again while the answers are the same', async () => {
    expect([await ask(new Set(['a'])), await ask(new Set(['a', 'b']))]).toEqual(['there', 'there']);
    expect(runs).toEqual(['x']);
  });
  test('is run again when an answer differs', async () => {
    expect([await ask(new Set(['a'])), await ask(new Set())]).toEqual(['there', 'gone']);
    expect(runs).toEqual(['x', 'x']);
  });
});

test('what is kept can be had by its name and key, and counts as used then', () => {
  cache.set(length, 'a', '1', 5);
  cache.nextBuild();
  expect([cache.get(length, 'a', '2'), cache.get(length, 'a', '1')]).toEqual([undefined, 5]);
  cache.nextBuild();
  expect(cache.get(length, 'a', '1')).toBe(5);
});
