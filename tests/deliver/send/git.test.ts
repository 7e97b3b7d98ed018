import { execFileSync } from 'node:child_process';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sendByGit } from '#deliver/send/git.ts';
import { runTool } from '#deliver/send/run-tool.ts';
import { firstSite, makePlaces, secondSite, type Files } from './sites.ts';

const places = makePlaces();
afterAll(places.remove);

let remote: string;
let workFolder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', remote, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const send = (files: Files, place = `${remote}#site`, id = 'r') =>
  sendByGit({ id, folder: places.place(files), workFolder }, place, runTool);
const readable = ({ 'kk/index.html.br': br, 'kk/index.html.gz': gz, ...files }: Files) => files;
/** What a host would publish. */
const published = (branch = 'site') =>
  Object.fromEntries(
    git('ls-tree', '-r', '-z', '--name-only', branch)
      .split('\0')
      .filter(Boolean)
      .map((name) => [name, git('show', `${branch}:${name}`)]),
  );

beforeEach(() => {
  remote = places.place();
  workFolder = places.place();
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
});

describe('a branch that a host publishes', () => {
  test('holds the site, and asks the host not to leave anything out', async () => {
    await send(firstSite);
    expect(published()).toEqual({ ...readable(firstSite), '.nojekyll': '' });
  });
  test('is called pages when it has no name', async () => {
    await send(firstSite, remote);
    expect(Object.keys(published('pages'))).toContain('kk/index.html');
  });
  test('holds the next site, and nothing of the one before, in its history neither', async () => {
    await send(firstSite);
    await send(secondSite, undefined, '000002');
    expect(published()).toEqual({ ...readable(secondSite), '.nojekyll': '' });
    expect(git('log', '--format=%s %an', 'site').trim()).toBe('000002 Jarshy');
  });
  test('is not touched when nothing has changed', async () => {
    await send(firstSite, undefined, 'one');
    await send(firstSite, undefined, 'two');
    expect(git('log', '--format=%s', 'site').trim()).toBe('one');
  });
  test('can be sent from another machine, too', async () => {
    await send(firstSite);
    workFolder = places.place();
    await send(secondSite);
    expect(published()).toEqual({ ...readable(secondSite), '.nojekyll': '' });
  });
  test('keeps the domain that the host has put there', async () => {
    await send({ ...firstSite, CNAME: 'press.example.org' });
    await send(secondSite);
    expect(published()['CNAME']).toBe('press.example.org');
  });
  test('takes files that a person has told Git to ignore', async () => {
    await send({ ...firstSite, '.gitignore': '*.css\n' });
    expect(Object.keys(published())).toContain('_astro/site.aaaa.css');
  });
  test('is left alone when something else is in it', async () => {
    await send({ ...firstSite, '_state/ledger.json': '{}' }, `${remote}#main`);
    const other = places.place({ 'thesis.txt': 'years of work' });
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'x'],
      ['push', '-q', remote, 'HEAD:refs/heads/site'],
    ])
      execFileSync('git', ['-C', other, ...args]);
    await expect(send(firstSite)).rejects.toMatchObject({ id: 'send-not-ours' });
    expect(published()).toEqual({ 'thesis.txt': 'years of work' });
  });
  test('is told from an address that does not answer', async () => {
    await expect(send(firstSite, '/no/such/repository')).rejects.toMatchObject({
      id: 'send-failed',
      params: { tool: 'git' },
    });
  });
});
