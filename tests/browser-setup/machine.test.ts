import { expect, test } from 'vitest';
import { thisMachine } from '../browser/machine.ts';

const node = (script: string, seconds: number) =>
  thisMachine.run(process.execPath, ['-e', script], seconds);

test('a command that succeeds is waited for', () => node('', 20));

test('a command that fails says with which status', () =>
  expect(node('process.exit(7)', 20)).rejects.toThrow('ended with status 7'));

test('a command that cannot be started says so', () =>
  expect(thisMachine.run('no-such-command', [], 20)).rejects.toThrow('ENOENT'));

test('a command that takes too long is stopped', () =>
  expect(node('setTimeout(() => {}, 60_000)', 0.3)).rejects.toThrow('not finished after 0.3 s'));

test('a program exists; a folder and a missing file do not', () => {
  expect([process.execPath, import.meta.dirname, '/no/such/file'].map(thisMachine.exists)).toEqual([
    true,
    false,
    false,
  ]);
});

test('Playwright’s command line is where it is said to be', async () => {
  await thisMachine.run(process.execPath, [thisMachine.playwrightCli(), '--version'], 20);
});
