import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandForms } from '#cli/command.ts';
import { root } from './workflow.ts';

const read = (path: string) => readFileSync(join(root, 'deploy', path), 'utf8');

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /u.test(line));
  const ignored = read('Dockerfile.dockerignore');
  test('is built from exact versions, with the Node of package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: { node: string };
    };
    const images = instructions
      .filter((line) => line.startsWith('FROM'))
      .map((line) => line.split(' ')[1]!);
    expect(images[0]).toBe(`node:${dependencies.node}-bookworm-slim`);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+\.\d+-[a-z]+/u);
  });
  test('serves as a user without rights', () =>
    expect(instructions.findLast((line) => line.startsWith('FROM'))).toContain(
      '/nginx-unprivileged:',
    ));
  test('is sent all that it copies, and nothing else of the machine', () => {
    const copied = instructions
      .filter((line) => line.startsWith('COPY') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.map((name) => name.replace('${CONTENT}', 'content')).sort()).toEqual(
      [...ignored.matchAll(/^!(?<name>.+)$/gmu)].map(({ groups }) => groups!['name']!).sort(),
    );
    expect(ignored).toMatch(/^\*$/mu);
  });
});

describe('the unit that publishes', () => {
  const unit = read('systemd/jarshy-publish.service');
  const conditions = [...unit.matchAll(/^ExecCondition=\/bin\/sh -c '(?<script>.+)'$/gmu)].map(
    ({ groups }) => groups!['script']!,
  );
  const work = mkdtempSync(join(tmpdir(), 'jarshy-unit-'));
  afterAll(() => rmSync(work, { recursive: true }));
  /** The status of a script in which every program ends with a status of its own; systemd goes on at 0 only. */
  function goesOn(script: string, status: number): boolean {
    const bin = join(work, String(status));
    mkdirSync(bin, { recursive: true });
    for (const name of ['node', 'git'])
      writeFileSync(join(bin, name), `#!/bin/sh\nexit ${status}\n`, { mode: 0o755 });
    try {
      execFileSync('sh', ['-c', script], { env: { PATH: `${bin}:${process.env.PATH}` } });
      return true;
    } catch {
      return false;
    }
  }
  test('asks two things before', () =>
    expect(conditions.map((script) => script.split(' ')[0])).toEqual(['git', 'node']));
  test.each([
    [0, true],
    [1, true],
    [2, true],
    [127, true],
    [137, true],
    [3, false],
  ])('when the question ends with %i, goes on: %s', (status, on) =>
    expect(goesOn(conditions[1]!, status)).toBe(on),
  );
  test('goes on when new texts could not be fetched', () =>
    expect(goesOn(conditions[0]!, 1)).toBe(true));
  test('calls commands that exist', () => {
    const called = [...unit.matchAll(/jarshy\.mjs (?<name>\w+) (?<rest>[^;'$]*)/gu)];
    expect(called.map(({ groups }) => groups!['name'])).toEqual(['due', 'publish']);
    for (const { groups } of called) {
      const { options } = commandForms[groups!['name'] as 'due' | 'publish'];
      for (const [, option] of groups!['rest']!.matchAll(/--(\w+)/gu))
        expect(options).toContain(option);
    }
  });
});
