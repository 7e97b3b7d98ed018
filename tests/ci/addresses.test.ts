import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { writeAddresses } from '#outputs/server/server-rules.ts';
import { rulesWith } from '../outputs/server/rules.ts';
import { root } from './workflow.ts';

// The program that root runs for each release. What it reads was written by a user who may be an attacker.

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'jarshy-addresses-'));
  mkdirSync(join(work, 'public.server'));
  onTestFinished(() => rmSync(work, { recursive: true }));
});

function take(server: string, list: string) {
  writeFileSync(join(work, 'public.server/addresses.tsv'), list);
  const { status, stderr } = spawnSync(
    'sh',
    [
      join(root, 'deploy/jarshy-addresses'),
      ...[server, join(work, 'public'), userInfo().username, join(work, 'etc')],
    ],
    { encoding: 'utf8', env: { ...process.env, JARSHY_RELOAD: 'no' } },
  );
  const map = (name: string) =>
    existsSync(join(work, 'etc', name)) ? readFileSync(join(work, 'etc', name), 'utf8') : '';
  return { status, stderr, moved: map('moved.map'), gone: map('gone.map') };
}

const sound = 'moved\t/ru/a/\t/ru/b/\n';

describe('the addresses of a release', () => {
  test('are taken over as entries of a map', () => {
    const list = writeAddresses(rulesWith({ moved: new Map([['/ru/старое (1)/', '/ru/новое/']]) }));
    expect(take('nginx', list)).toEqual({
      status: 0,
      stderr: '',
      moved: `"/ru/старое (1)/" "${encodeURI('/ru/новое/')}";\n`,
      gone: '',
    });
    expect(take('caddy', `${list}gone\t/ru/c.d/\t/ru/e/\n`)).toMatchObject({
      moved: `"/ru/старое (1)/" "${encodeURI('/ru/новое/')}"\n`,
      gone: '"/ru/c.d/" "/ru/e/"\n"~^/ru/c[.]d/[^/]+$" "/ru/e/"\n',
    });
  });

  test.each([
    ['the end of an entry', 'moved\t/a";}\naccess_log /etc/x;\t/b'],
    ['a quotation mark', 'moved\t/a"\t/b'],
    ['a single one', "moved\t/a'\t/b"],
    ['a semicolon', 'moved\t/a;\t/b'],
    ['the end of a block', 'moved\t/a}\t/b'],
    ['a variable', 'moved\t/a\t/$http_cookie'],
    ['a variable before', 'moved\t/$host\t/b'],
    ['a backslash', 'moved\t/a\\\t/b'],
    ['another host', 'moved\t/a\t//evil.example/'],
    ['a whole address', 'moved\t/a\thttps://evil.example/'],
    ['a regular expression', 'moved\t~^/\t/b'],
    ['a directive of map', 'moved\tinclude\t/etc/shadow'],
    ['another kind', 'include\t/a\t/b'],
    ['a control character', 'gone\t/a\u0001\t/b'],
    ['a line end of Windows', 'gone\t/a\t/b\r'],
    ['too few parts', 'gone\t/a'],
    ['too many', 'gone\t/a\t/b\t/c'],
    ['an endless line', `gone\t/${'a'.repeat(5000)}\t/b`],
  ])('are left alone, all of them, if one line holds %s', (_, line) => {
    for (const server of ['nginx', 'caddy']) {
      take(server, sound);
      const before = take(server, sound);
      const after = take(server, `moved\t/ru/x/\t/ru/y/\n${line}\n`);
      expect(after).toMatchObject({ status: 1, moved: before.moved, gone: '' });
      expect(after.stderr).toMatch(/line [23] is not an address/u);
    }
  });
});
