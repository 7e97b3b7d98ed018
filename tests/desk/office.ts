import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Content, fillContent } from '../site/content.ts';

/** The clone of a person, with the content in a folder of it. */
export interface Clone {
  readonly folder: string;
  readonly content: string;
  git(...args: string[]): string;
}

/** Runs Git without its messages on the terminal. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A bare repository with the small site, and a clone for each person. */
export function openSharedOffice<Name extends string>(
  names: readonly Name[],
  changes: Content = {},
): Record<Name, Clone> & { readonly remote: string } {
  const root = mkdtempSync(join(tmpdir(), 'jarshy-office-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const remote = join(root, 'remote.git');
  const seed = join(root, 'seed');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  execFileSync('git', ['init', '-q', '-b', 'main', seed]);
  fillContent(join(seed, 'content'), changes);
  git(seed, 'add', '-A');
  git(seed, '-c', 'user.name=Seed', '-c', 'user.email=seed@example.org', 'commit', '-qm', 'start');
  git(seed, 'push', '-q', remote, 'main');
  const clones = names.map((name): [Name, Clone] => {
    const folder = join(root, name);
    execFileSync('git', ['clone', '-q', remote, folder], { stdio: 'ignore' });
    git(folder, 'config', 'user.name', name);
    git(folder, 'config', 'user.email', `${name.toLowerCase()}@example.org`);
    return [
      name,
      { folder, content: join(folder, 'content'), git: (...args) => git(folder, ...args) },
    ];
  });
  return { ...(Object.fromEntries(clones) as Record<Name, Clone>), remote };
}
