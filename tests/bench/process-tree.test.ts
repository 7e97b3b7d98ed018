import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { usageOfTree } from '../../bench/process-tree.ts';

test.runIf(process.platform === 'linux')(
  'a child counts with its parent, and its time after its end too',
  async () => {
    const work =
      'while (process.cpuUsage().user < 150_000); console.log("done"); process.stdin.resume()';
    const before = usageOfTree(process.pid)!;
    const child = spawn(process.execPath, ['-e', work]);
    await once(child.stdout, 'data');
    const [own, during] = [usageOfTree(child.pid!)!, usageOfTree(process.pid)!];
    child.stdin.end();
    await once(child, 'exit');
    const after = usageOfTree(process.pid)!;
    expect(own.memory).toBeGreaterThan(10_000_000);
    expect(own.processor).toBeGreaterThan(0.05);
    expect(during.memory).toBeGreaterThan(own.memory);
    // Each of the four times is cut to whole hundredths by itself.
    expect(after.processor - before.processor).toBeGreaterThan(own.processor - 0.05);
  },
);

test('a process that does not run has no usage', () => {
  expect(usageOfTree(2 ** 30)).toBeUndefined();
});
