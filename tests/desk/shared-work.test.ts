import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readConflict, resolveConflict } from '#desk/conflict.ts';
import { lookAtShared, sendCommits } from '#desk/shared-work.ts';
import { sayIn } from '#messages/messages.ts';
import { markdown, week, writeContent } from '../site/content.ts';
import { type Clone, git, openSharedOffice } from './office.ts';

const say = sayIn('en');
const sound = () => Promise.resolve(true);
const ru = (title: string, ...paragraphs: string[]) =>
  `${markdown([`title: ${title}`, 'date: 2026-01-22'], '')}\n${paragraphs.join('\n\n')}\n`;
const write = ({ content }: Clone, text: string, name = `${week}/index.ru.md`) =>
  writeFileSync(join(content, name), text);
const read = ({ content }: Clone, name = `${week}/index.ru.md`) =>
  readFileSync(join(content, name), 'utf8');
const look = ({ content }: Clone, fetches = true) => lookAtShared(content, say, { fetches });
async function submit(clone: Clone, message: string) {
  const { repository } = await look(clone, false);
  await repository!.commit(message);
  return sendCommits(repository!, say, sound);
}

describe('two people', () => {
  test('what a colleague has sent is there when the desk opens, and what one has begun stays', async () => {
    const { Anna, Bela } = openSharedOffice(['Anna', 'Bela']);
    write(Anna, ru('Неделя дорог', 'Анна.'));
    expect(await submit(Anna, 'anna')).toEqual(['Sent to the shared repository.']);
    write(Bela, 'title: x', 'draft.txt');
    expect(await look(Bela)).toMatchObject({
      lines: ['1 change of colleagues was fetched.'],
      unsent: 0,
      changes: [{ path: 'draft.txt', change: 'added' }],
    });
    expect(read(Bela)).toContain('Анна.');
  });

  test('commits of both follow one another, with their authors', async () => {
    const { Anna, Bela, remote } = openSharedOffice(['Anna', 'Bela']);
    write(Anna, ru('Неделя дорог', 'Анна.'));
    await submit(Anna, 'anna');
    write(Bela, markdown(['title: Бела']), `${week}/index.kk.md`);
    expect(await submit(Bela, 'bela')).toEqual([
      '1 change of colleagues was fetched.',
      'Sent to the shared repository.',
    ]);
    expect(git(remote, 'log', '--format=%an %s', 'main').trim().split('\n')).toEqual([
      'Bela bela',
      'Anna anna',
      'Seed start',
    ]);
    expect(Bela.git('status', '--porcelain', '-b').trim()).toBe('## main...origin/main');
  });

  test('neighbouring paragraphs of one text are joined without a question, fields too', async () => {
    const { Anna, Bela } = openSharedOffice(['Anna', 'Bela'], {
      [`${week}/index.ru.md`]: ru('Неделя дорог', 'Один.', 'Два.', 'Три.'),
    });
    write(Anna, ru('Неделя дорог', 'Один!', 'Два.', 'Три.'));
    await submit(Anna, 'anna');
    write(Bela, ru('Другая неделя', 'Один.', 'Два?', 'Три.'));
    const lines = await submit(Bela, 'bela');
    if (lines.includes(say('desk.conflict'))) {
      const { repository, conflict } = await look(Bela, false);
      const [file] = await readConflict(repository!, conflict!);
      expect(file?.pieces?.filter(({ kind }) => kind === 'choice')).toEqual([]);
      expect(await resolveConflict(repository!, conflict!, new URLSearchParams(), say)).toBe(true);
      await sendCommits(repository!, say, sound);
    }
    expect(read(Bela)).toBe(ru('Другая неделя', 'Один!', 'Два?', 'Три.'));
    expect((await look(Bela)).unsent).toBe(0);
  });

  test('what both have changed is chosen, in each place; nothing is lost before', async () => {
    const { Anna, Bela, remote } = openSharedOffice(['Anna', 'Bela'], {
      [`${week}/index.ru.md`]: ru('Неделя дорог', 'Один.', 'Два.'),
    });
    write(Anna, ru('Неделя Анны', 'Анна.', 'Два.'));
    await submit(Anna, 'anna');
    write(Bela, ru('Неделя Белы', 'Бела.', 'Два.'));
    expect((await look(Bela)).lines).toEqual([
      'There is 1 change of colleagues in the files that you are changing. Submit your changes: then they are joined.',
    ]);
    expect(read(Bela)).toContain('Бела.');
    expect(await submit(Bela, 'bela')).toEqual([say('desk.conflict')]);
    const { repository, conflict, unsent } = await look(Bela);
    expect([unsent, read(Bela)]).toEqual([1, ru('Неделя Белы', 'Бела.', 'Два.')]);
    const files = await readConflict(repository!, conflict!);
    expect(files).toMatchObject([{ path: `content/${week}/index.ru.md`, colleague: 'Anna' }]);
    expect(files[0]?.pieces?.filter(({ kind }) => kind === 'choice')).toEqual([
      {
        kind: 'choice',
        field: 'title',
        ours: ['title: Неделя Белы\n'],
        theirs: ['title: Неделя Анны\n'],
      },
      { kind: 'choice', field: '', ours: ['Бела.\n\n'], theirs: ['Анна.\n\n'] },
    ]);
    const chosen = new URLSearchParams({ '0-0': 'theirs', '0-1': 'both' });
    expect(await resolveConflict(repository!, conflict!, chosen, say)).toBe(true);
    expect(await sendCommits(repository!, say, sound)).toEqual(['Sent to the shared repository.']);
    expect(read(Bela)).toBe(ru('Неделя Анны', 'Бела.', 'Анна.', 'Два.'));
    expect(git(remote, 'show', `main:content/${week}/index.ru.md`)).toBe(read(Bela));
    expect(Bela.git('status', '--porcelain')).toBe('');
    await look(Anna);
    expect(read(Anna)).toBe(read(Bela));
  });

  test('a file that one deletes and the other changes; a picture of both', async () => {
    const bytes = (first: number) => Buffer.from([0xff, 0xd8, first, 0, 0x80]);
    const { Anna, Bela } = openSharedOffice(['Anna', 'Bela'], { [`${week}/a.jpg`]: bytes(1) });
    rmSync(join(Anna.content, `${week}/index.kk.md`));
    writeFileSync(join(Anna.content, `${week}/a.jpg`), bytes(2));
    await submit(Anna, 'anna');
    write(Bela, markdown(['title: Бела']), `${week}/index.kk.md`);
    writeFileSync(join(Bela.content, `${week}/a.jpg`), bytes(3));
    await submit(Bela, 'bela');
    const { repository, conflict } = await look(Bela, false);
    expect(await readConflict(repository!, conflict!)).toMatchObject([
      { path: `content/${week}/a.jpg`, pieces: undefined },
      { path: `content/${week}/index.kk.md`, pieces: undefined, theirs: undefined },
    ]);
    const chosen = new URLSearchParams({ 0: 'theirs', 1: 'theirs' });
    await resolveConflict(repository!, conflict!, chosen, say);
    expect(readFileSync(join(Bela.content, `${week}/a.jpg`))).toEqual(bytes(2));
    expect(existsSync(join(Bela.content, `${week}/index.kk.md`))).toBe(false);
    expect(Bela.git('status', '--porcelain')).toBe('');
  });

  test('together they must be sound before they are sent', async () => {
    const { Anna, Bela, remote } = openSharedOffice(['Anna', 'Bela']);
    write(Anna, ru('Неделя дорог', 'Анна.'));
    await submit(Anna, 'anna');
    write(Bela, markdown(['title: Бела']), `${week}/index.kk.md`);
    const { repository } = await look(Bela, false);
    await repository!.commit('bela');
    expect(await sendCommits(repository!, say, () => Promise.resolve(false))).toEqual([
      '1 change of colleagues was fetched.',
      say('desk.joined-faults'),
    ]);
    expect(git(remote, 'log', '--format=%s', 'main').trim().split('\n')[0]).toBe('anna');
    expect((await look(Bela)).unsent).toBe(1);
  });
});

describe('each state of the repository is a sentence with its remedy', () => {
  const office = () => openSharedOffice(['Anna']).Anna;
  test.each<[string, (clone: Clone) => void, string, boolean]>([
    ['no branch', (anna) => anna.git('checkout', '-q', '--detach'), 'git switch main', false],
    ['another branch', (anna) => anna.git('checkout', '-q', '-b', 'mine'), '“mine”', false],
    [
      'a merge that nobody has finished',
      (anna) => {
        anna.git('checkout', '-q', '-b', 'x');
        write(anna, ru('X', 'x'));
        anna.git('commit', '-qam', 'x');
        anna.git('checkout', '-q', 'main');
        write(anna, ru('Y', 'y'));
        anna.git('commit', '-qam', 'y');
        try {
          anna.git('merge', 'x');
        } catch {
          // It conflicts: that is the case.
        }
      },
      'git merge --abort',
      false,
    ],
    [
      'no shared repository',
      (anna) => anna.git('remote', 'remove', 'origin'),
      'git remote add',
      true,
    ],
    ['no upstream', (anna) => anna.git('branch', '--unset-upstream'), 'git push -u', true],
    [
      'a remote that is not there',
      (anna) => anna.git('remote', 'set-url', 'origin', join(anna.folder, 'nowhere')),
      'git remote set-url',
      true,
    ],
    [
      'a server that does not answer',
      (anna) => anna.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/x.git'),
      'does not answer',
      true,
    ],
    [
      'nobody at the machine',
      (anna) => {
        anna.git('config', '--unset', 'user.name');
        anna.git('config', '--unset', 'user.email');
        anna.git('config', 'user.useConfigOnly', 'true');
        vi.stubEnv('HOME', anna.folder);
        vi.stubEnv('GIT_CONFIG_GLOBAL', join(anna.folder, 'none'));
        onTestFinished(() => void vi.unstubAllEnvs());
      },
      'user.email',
      false,
    ],
  ])('%s', async (_, make, part, canCommit) => {
    const anna = office();
    make(anna);
    const { lines, repository } = await look(anna);
    expect(lines).toEqual([expect.stringContaining(part)]);
    expect(repository !== undefined).toBe(canCommit);
  });

  test('no repository, and no Git', async () => {
    const folder = writeContent({});
    expect((await lookAtShared(folder, say, { fetches: true })).lines).toEqual([
      expect.stringContaining('not in a Git repository'),
    ]);
    vi.stubEnv('PATH', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await lookAtShared(folder, say, { fetches: true })).lines).toEqual([
      expect.stringContaining('apt install git'),
    ]);
  });

  test('what is not sent is counted, and goes out when the server is back', async () => {
    const { Anna, remote } = openSharedOffice(['Anna']);
    Anna.git('remote', 'set-url', 'origin', `${remote}-gone`);
    for (const title of ['Один', 'Два']) {
      write(Anna, ru(title, 'x'));
      expect(await submit(Anna, title)).toEqual([
        expect.stringMatching(/^Not sent to the shared repository: There is no shared repository/u),
      ]);
    }
    expect((await look(Anna, false)).unsent).toBe(2);
    Anna.git('remote', 'set-url', 'origin', remote);
    const { repository } = await look(Anna);
    expect(await sendCommits(repository!, say, sound)).toEqual(['Sent to the shared repository.']);
    expect((await look(Anna)).unsent).toBe(0);
  });

  test('a server that declines', async () => {
    const { Anna, remote } = openSharedOffice(['Anna']);
    const hook = join(remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "protected by the office" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    write(Anna, ru('Один', 'x'));
    expect(await submit(Anna, 'x')).toEqual([
      expect.stringMatching(/did not take the changes.*protected by the office/u),
    ]);
  });

  test('what else the person has staged stays staged', async () => {
    const { Anna, Bela } = openSharedOffice(['Anna', 'Bela']);
    write(Anna, ru('Неделя Анны', 'x'));
    await submit(Anna, 'anna');
    writeFileSync(join(Bela.folder, 'notes.txt'), 'a');
    execFileSync('git', ['-C', Bela.folder, 'add', 'notes.txt']);
    await look(Bela);
    expect(Bela.git('status', '--porcelain').trim()).toBe('A  notes.txt');
  });
});
