import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Git, GitFailure, type GitFaultId, gitIn } from './git.ts';

/** A file that differs from the last commit. The path is relative to the content folder. */
export interface ChangedFile {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
}

/** A state of the repository in which the desk commits nothing. */
export interface RepositoryFault {
  readonly id: GitFaultId;
  /** What the sentence names: a branch, or a command to paste. */
  readonly params: { readonly branch: string; readonly wanted: string; readonly detail: string };
}

/** How the branch stands to that of the shared repository. */
export interface Standing {
  /** Commits that have not been sent. */
  readonly ahead: number;
  /** Commits of colleagues that are not here. */
  readonly behind: number;
}

/** The part of Git that the desk needs. It sees and commits only the content folder. */
export interface Repository {
  /** The content folder's path in the repository: `content`; empty where it is the whole repository. */
  readonly prefix: string;
  /** Git in the root of the repository: paths are from there. */
  readonly git: Git;
  changes(): Promise<ChangedFile[]>;
  /** What prevents committing; undefined when nothing does. */
  fault(): Promise<RepositoryFault | undefined>;
  /**
   * @param only the files to commit, by their paths from the content folder; without it, all of the folder
   * @throws {GitFailure}
   */
  commit(message: string, only?: readonly string[]): Promise<void>;
  hasRemote(): Promise<boolean>;
  /** The last commit of the branch that belongs to this one in the shared repository; undefined when none does. */
  upstream(): Promise<string | undefined>;
  /** Undefined without an upstream. */
  standing(): Promise<Standing | undefined>;
  /**
   * Asks the shared repository what is new.
   * @throws {GitFailure}
   */
  fetch(): Promise<void>;
  /**
   * Sends the commits. Connects the branch with one of the same name, if it is connected with none.
   * @returns false when colleagues have sent something meanwhile
   * @throws {GitFailure}
   */
  push(): Promise<boolean>;
  /** The person at this machine, as commits name them. */
  person(): Promise<Person>;
}

/** A person, as commits name them. */
export interface Person {
  readonly name: string;
  readonly email: string;
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
  const opened = await openRepository(content);
  return opened instanceof GitFailure ? undefined : opened;
}

/** How long a server may take to answer, in milliseconds. */
const wait = 20_000;

/**
 * Opens the repository of the content folder.
 * @returns why it cannot be opened, if it cannot
 */
export async function openRepository(content: string): Promise<Repository | GitFailure> {
  const git = gitIn(content);
  let prefix: string;
  let root: string;
  try {
    prefix = (await git(['rev-parse', '--show-prefix'])).trim();
    root = (await git(['rev-parse', '--show-toplevel'])).trim();
  } catch (error) {
    if (error instanceof GitFailure) return error;
    throw error;
  }
  const ask = async (...args: string[]) => (await git(args, { answers: [1, 128] })).trim();
  const branch = () => ask('symbolic-ref', '--short', '-q', 'HEAD');
  const hasRemote = async () => (await ask('remote')) !== '';
  // Asked with --verify: without it, Git repeats the question where there is no answer.
  const upstream = async () => (await ask('rev-parse', '--verify', '-q', '@{u}')) || undefined;
  return {
    prefix: prefix.replace(/\/$/u, ''),
    git: gitIn(root),
    hasRemote,
    upstream,
    async changes() {
      // Each entry is `XY path` and ends with a zero byte. With --no-renames, a moved file is one removed and one added
      // file.
      const lines = (await git(['status', '--porcelain', '--no-renames', '-uall', '-z', '--', '.']))
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
    async fault() {
      const folder = resolve(content, await ask('rev-parse', '--git-dir'));
      const unfinished = unfinishedIn(folder);
      const here = await branch();
      const [remote = 'origin'] = (await ask('remote')).split('\n');
      // The branch that the server calls its main one; noted when the repository was cloned.
      const main = await ask('symbolic-ref', '--short', '-q', `refs/remotes/${remote}/HEAD`);
      const wanted = main.slice(main.indexOf('/') + 1);
      const fault = (id: GitFaultId, detail = ''): RepositoryFault => ({
        id,
        params: { branch: here, wanted: wanted || 'main', detail },
      });
      if (unfinished) return fault('unfinished', unfinished);
      if (here === '') return fault('detached');
      if (wanted !== '' && wanted !== here) return fault('wrong-branch');
      if ((await ask('var', 'GIT_COMMITTER_IDENT')) === '') return fault('no-identity');
      return existsSync(join(folder, 'index.lock')) ? fault('busy') : undefined;
    },
    async commit(message, only = ['.']) {
      await git(['add', '-A', '--', ...only]);
      // Commits these only: changes staged elsewhere stay staged.
      await git(['commit', '-q', '-m', message, '--', ...only]);
    },
    async standing() {
      if ((await upstream()) === undefined) return undefined;
      const counted = await ask('rev-list', '--left-right', '--count', 'HEAD...@{u}');
      const [ahead = 0, behind = 0] = counted.split(/\s+/u).map(Number);
      return { ahead, behind };
    },
    async fetch() {
      await git(['fetch', '-q'], { wait });
    },
    async push() {
      const [remote = 'origin'] = (await ask('remote')).split('\n');
      const connect =
        (await upstream()) === undefined ? ['-u', remote, `HEAD:${await branch()}`] : [];
      try {
        await git(['push', '-q', ...(connect.length > 0 ? connect : [])], { wait });
        return true;
      } catch (error) {
        if (error instanceof GitFailure && /fetch first|non-fast-forward/u.test(error.said))
          return false;
        throw error;
      }
    },
    async person() {
      const ident = await ask('var', 'GIT_COMMITTER_IDENT');
      const { name = '', email = '' } = /^(?<name>.*) <(?<email>[^>]*)>/u.exec(ident)?.groups ?? {};
      return { name, email };
    },
  };
}

/** What somebody has begun in the repository and not finished, and the command that gives it up. */
function unfinishedIn(folder: string): string | undefined {
  const signs = [
    ['rebase-merge', 'git rebase --abort'],
    ['rebase-apply', 'git rebase --abort'],
    ['MERGE_HEAD', 'git merge --abort'],
    ['CHERRY_PICK_HEAD', 'git cherry-pick --abort'],
    ['REVERT_HEAD', 'git revert --abort'],
    ['BISECT_LOG', 'git bisect reset'],
  ] as const;
  return signs.find(([name]) => existsSync(join(folder, name)))?.[1];
}
