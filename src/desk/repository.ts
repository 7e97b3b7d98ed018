import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file that differs from the last commit. The path is relative to the content folder. */
export interface ChangedFile {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
}

/** The part of Git that the desk needs. It sees and commits only the content folder. */
export interface Repository {
  /** The content folder's path in the repository: `content`; empty where it is the whole repository. */
  readonly prefix: string;
  changes(): Promise<ChangedFile[]>;
  /** @throws {Error} with the output of Git */
  commit(message: string): Promise<void>;
  hasRemote(): Promise<boolean>;
  /** @throws {Error} with the output of Git */
  push(): Promise<void>;
}

/**
 * The editor's path for the content folder: its path in the repository, or its own name where there is no repository.
 */
export async function editorFolder(content: string): Promise<string> {
  return (await repositoryOf(content))?.prefix ?? basename(content);
}

/**
 * Opens the repository of the content folder.
 * @returns undefined when the folder is in no repository, or Git is not installed
 */
export async function repositoryOf(content: string): Promise<Repository | undefined> {
  // A password prompt would wait for ever: no person sits at this process.
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
      // Each entry is `XY path` and ends with a zero byte. With --no-renames, a moved file is one removed and one added
      // file.
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
      // Commits this folder only: changes staged elsewhere stay staged.
      await git('commit', '-q', '-m', message, '--', '.');
    },
    hasRemote: async () => (await git('remote')).trim() !== '',
    async push() {
      await git('push', '-q');
    },
  };
}
