import { beforeEach, describe, expect, test } from 'vitest';
import type { InspectedFile } from '#checks/engine/inspect-file.ts';
import { inspectFiles } from '#checks/engine/inspect-files.ts';

describe('a file that is read ahead', () => {
  let stamps: Map<string, string>;
  let read: string[];
  beforeEach(() => {
    stamps = new Map([['/a', '1']]);
    read = [];
  });
  const files = () =>
    inspectFiles((path): InspectedFile | undefined => {
      read.push(path);
      const stamp = stamps.get(path);
      return stamp === undefined ? undefined : { seen: { stamp, clean: 'x' }, faults: [] };
    });

  test('is not read again', () => {
    const { ahead, tell } = files();
    ahead('/a');
    expect(tell([['/a', '1']]).files).toHaveLength(1);
    expect(read).toEqual(['/a']);
  });

  test('is read again where it changed afterwards', () => {
    const { ahead, tell } = files();
    ahead('/a');
    stamps.set('/a', '2');
    const { files: told, texts } = tell([['/a', '2']]);
    expect(read).toEqual(['/a', '/a']);
    expect(texts[(told[0]![1] as { stamp: number }).stamp]).toBe('2');
  });

  test('need not be there yet, and is told of only when it is asked for', () => {
    const { ahead, tell } = files();
    ahead('/b');
    stamps.set('/b', '1');
    expect(tell([['/b', '1']]).files.map(([path]) => path)).toEqual(['/b']);
    ahead('/a');
    expect(tell([]).files).toEqual([]);
  });
});
