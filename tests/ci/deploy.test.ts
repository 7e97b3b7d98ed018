import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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
  const [, script = ''] = /^ExecStart=\/bin\/sh -c '(?<script>.+)'$/mu.exec(unit) ?? [];

  test('ends as the program does, and takes only "nothing is due" for a success', () => {
    const work = mkdtempSync(join(tmpdir(), 'jarshy-unit-'));
    onTestFinished(() => rmSync(work, { recursive: true }));
    for (const status of [0, 1, 3, 4, 137]) {
      writeFileSync(join(work, 'node'), `#!/bin/sh\nexit ${status}\n`, { mode: 0o755 });
      const ended = spawnSync('sh', ['-c', script], {
        env: { PATH: `${work}:${process.env.PATH}` },
      });
      expect(ended.status).toBe(status);
    }
    expect([...unit.matchAll(/^SuccessExitStatus=(.*)$/gmu)].map(([, status]) => status)).toEqual([
      '3',
    ]);
  });
  test('tells a person when it fails', () => {
    const [, name = ''] = /^OnFailure=(.+)$/mu.exec(unit) ?? [];
    expect(existsSync(join(root, 'deploy/systemd', name))).toBe(true);
  });
  test('calls a command that exists', () => {
    const [, name, rest = ''] = /jarshy\.mjs (\w+) ([^;'$]*)/u.exec(script) ?? [];
    expect(name).toBe('publish');
    const { options } = commandForms.publish;
    const asked = [...rest.matchAll(/--([\w-]+)/gu)].map(([, option]) => option);
    expect(asked).toEqual(['if-due', 'pull', 'content', 'to']);
    for (const option of asked) expect(options).toContain(option);
  });
});
