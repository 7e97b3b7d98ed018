import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file that differs from what was committed last, by its path from the content folder. */
export interface ChangedFile {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
}

/** Git, as far as the desk needs it: it sees and commits the content folder and nothing else. */
export interface Repository {
  /** The content folder as the repository has it: `content`; empty where it is the whole. */
  readonly prefix: string;
  changes(): Promise<ChangedFile[]>;
  /** @throws {Error} with what Git said */
  commit(message: string): Promise<void>;
  hasRemote(): Promise<boolean>;
  /** @throws {Error} with what Git said */
  push(): Promise<void>;
}

/** The content folder as the editor names it, by its place in the repository; outside of one, as if it lay at its top. */
export async function editorFolder(content: string): Promise<string> {
  return (await repositoryOf(content))?.prefix ?? basename(content);
}

/** @returns undefined where the folder is in no repository, or there is no Git */
export async function repositoryOf(content: string): Promise<Repository | undefined> {
  // To ask for a password would wait for ever: nobody sits at this process.
  const git = async (...args: string[]) =>
    (
      await run('git', ['-C', content, '-c', 'core.quotePath=false', ...args], {
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
        maxBuffer: 1e8,
      })
    ).stdout;
  let prefix: string;
  try {
    prefix = (await git('rev-parse', '--show-prefix')).trim();
  } catch {
    return undefined;
  }
  return {
    prefix: prefix.replace(/\/$/u, ''),
    async changes() {
      // `XY path`, each ended by a zero byte; --no-renames: what was moved is one removed and one added.
      const lines = (await git('status', '--porcelain', '--no-renames', '-uall', '-z', '--', '.'))
        .split('\0')
        .filter(Boolean);
      return lines.map((line) => ({
        path: line.slice(3 + prefix.length),
        change: /\?|A/u.test(line.slice(0, 2))
          ? 'added'
          : line.slice(0, 2).includes('D')
            ? 'removed'
            : 'changed',
      }));
    },
    async commit(message) {
      await git('add', '-A', '--', '.');
      // Of this folder only: what somebody has staged elsewhere stays staged.
      await git('commit', '-q', '-m', message, '--', '.');
    },
    hasRemote: async () => (await git('remote')).trim() !== '',
    async push() {
      await git('push', '-q');
    },
  };
}
