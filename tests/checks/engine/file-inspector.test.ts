import { beforeEach, describe, expect, test } from 'vitest';
import type { InspectedFile } from '#checks/engine/inspect-file.ts';
import { inspectFiles } from '#checks/engine/inspect-files.ts';

describe('a file that is prefetched', () => {
  let stats: Map<string, string>;
  let read: string[];
  beforeEach(() => {
    stats = new Map([['/a', '1']]);
    read = [];
  });
  const files = () =>
    inspectFiles((path): InspectedFile | undefined => {
      read.push(path);
      const stat = stats.get(path);
      return stat === undefined
        ? undefined
        : { stat, sha256: '', facts: { feed: `seen ${stat}` }, faults: [] };
    });

  test('is not read again', () => {
    const { prefetch, report } = files();
    prefetch('/a');
    expect(report([['/a', '1']]).files).toHaveLength(1);
    expect(read).toEqual(['/a']);
  });

  test('is read again where it changed afterwards', () => {
    const { prefetch, report } = files();
    prefetch('/a');
    stats.set('/a', '2');
    const { files: reported, strings } = report([['/a', '2']]);
    expect(read).toEqual(['/a', '/a']);
    expect(strings[(reported[0]![1] as { feed: number }).feed]).toBe('seen 2');
  });

  test('need not be there yet, and is reported only when it is asked for', () => {
    const { prefetch, report } = files();
    prefetch('/b');
    stats.set('/b', '1');
    expect(report([['/b', '1']]).files.map(([path]) => path)).toEqual(['/b']);
    prefetch('/a');
    expect(report([]).files).toEqual([]);
  });
});
