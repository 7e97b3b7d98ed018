import { GitFailure } from './git.ts';
import type { Repository } from './repository.ts';

/** What became of the changes of colleagues. */
export type BroughtIn =
  | { readonly state: 'nothing-new' }
  /** They are in the folder now. */
  | { readonly state: 'brought'; readonly count: number }
  /** Nothing was changed: the person has changed the same files and not submitted them yet. */
  | { readonly state: 'waiting'; readonly count: number }
  /** Nothing was changed: both have changed the same, and a person must choose. */
  | { readonly state: 'conflict'; readonly conflict: Conflict };

/** Two states of the content that cannot be joined without a choice. */
export interface Conflict {
  /** The last commit that both have. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The tree in which everything is joined that can be; the files below need a choice. */
  readonly tree: string;
  /** Paths from the root of the repository, sorted. */
  readonly files: readonly string[];
}

/**
 * Puts the commits that have not been sent on top of those of colleagues. It works on commits, not in the folder, so
 * neither a conflict nor a crash leaves anything behind in the folder, such as marks of a merge.
 * @param repository its upstream must have been fetched
 * @throws {GitFailure}
 */
export async function bringIn(repository: Repository): Promise<BroughtIn> {
  const { git } = repository;
  const standing = await repository.standing();
  if (!standing || standing.behind === 0) return { state: 'nothing-new' };
  const [ours, theirs] = [await commitAt(repository, 'HEAD'), await commitAt(repository, '@{u}')];
  const tip = standing.ahead === 0 ? theirs : await onTop(repository, ours, theirs);
  if (tip !== undefined)
    return (await moveTo(repository, tip))
      ? { state: 'brought', count: standing.behind }
      : { state: 'waiting', count: standing.behind };
  const base = (await git(['merge-base', ours, theirs])).trim();
  const { tree, files } = await joined(repository, ours, theirs);
  if (files.length > 0)
    return { state: 'conflict', conflict: { base, ours, theirs, tree, files: [...files].sort() } };
  // One commit after the other conflicts, but their sum does not.
  const merged = await commitOf(repository, tree, [ours, theirs], 'Merge');
  return (await moveTo(repository, merged))
    ? { state: 'brought', count: standing.behind }
    : { state: 'waiting', count: standing.behind };
}

/**
 * Makes a commit that joins both sides of a conflict.
 * @param chosen the bytes of each file of the conflict; undefined: it is deleted
 * @returns false when a file in the folder has changed meanwhile; then nothing was changed
 * @throws {GitFailure}
 */
export async function join(
  repository: Repository,
  { ours, theirs, tree }: Conflict,
  chosen: ReadonlyMap<string, Buffer | undefined>,
  message: string,
): Promise<boolean> {
  const { git } = repository;
  const folder = (await git(['rev-parse', '--absolute-git-dir'])).trim();
  // An index of its own: that of the person stays as it is.
  const env = { GIT_INDEX_FILE: `${folder}/jarshy-join.index` };
  await git(['read-tree', tree], { env });
  for (const [path, bytes] of chosen) {
    const blob =
      bytes === undefined
        ? undefined
        : (await git(['hash-object', '-w', '--stdin'], { input: bytes })).trim();
    // Mode 0 deletes. Paths are from the root of the repository.
    const line = blob === undefined ? `0 ${'0'.repeat(40)}\t${path}` : `100644 ${blob}\t${path}`;
    await git(['update-index', '--index-info'], { env, input: `${line}\n` });
  }
  const whole = (await git(['write-tree'], { env })).trim();
  return moveTo(repository, await commitOf(repository, whole, [ours, theirs], message));
}

/** @returns the bytes of a file in a commit; undefined when it is not there */
export async function fileIn(
  { git }: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  try {
    return await git(['show', `${commit}:${path}`]);
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

async function commitAt({ git }: Repository, name: string): Promise<string> {
  return (await git(['rev-parse', name])).trim();
}

/** Puts each commit of `ours` on top of `theirs`; undefined when one of them conflicts or joins others. */
async function onTop(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const { git } = repository;
  const commits = (await git(['rev-list', '--reverse', '--parents', `${theirs}..${ours}`]))
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  let tip = theirs;
  for (const [commit = '', ...parents] of commits) {
    const [parent] = parents;
    if (parent === undefined) throw new GitFailure('unrelated');
    if (parents.length > 1) return undefined;
    // Git joins two commits by what they have in common. A commit with the files of the tip and the parent of the commit
    // makes that the parent, which is what a rebase needs.
    const stand = await commitOf(repository, `${tip}^{tree}`, [parent], 'x');
    const { tree, files } = await joined(repository, stand, commit);
    if (files.length > 0) return undefined;
    const format = '%an%x00%ae%x00%aI%x00%B';
    const [name = '', email = '', date = '', message = ''] = (
      await git(['log', '-1', `--format=${format}`, commit])
    ).split('\0');
    const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
    tip = await commitOf(repository, tree, [tip], message.trim(), author);
  }
  return tip;
}

/** Joins two commits without touching the folder (`git merge-tree`, Git 2.38 and newer). */
async function joined(
  { git }: Repository,
  ours: string,
  theirs: string,
): Promise<{ tree: string; files: readonly string[] }> {
  const told = await git(
    ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs],
    { answers: [1] },
  );
  const [tree = '', ...files] = told.split('\0');
  return { tree: tree.trim(), files: [...new Set(files.filter(Boolean))] };
}

async function commitOf(
  { git }: Repository,
  tree: string,
  parents: readonly string[],
  message: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const named = parents.flatMap((parent) => ['-p', parent]);
  return (await git(['commit-tree', tree, ...named, '-F', '-'], { input: message, env })).trim();
}

/**
 * Makes the branch and the folder show a commit. What the person has changed and not committed stays.
 * @returns false when the commit changes a file that the person has changed; then nothing was changed
 */
async function moveTo({ git }: Repository, commit: string): Promise<boolean> {
  const branch = (await git(['symbolic-ref', '--short', 'HEAD'])).trim();
  try {
    await git(['checkout', '-q', '-B', branch, commit]);
    return true;
  } catch (error) {
    if (error instanceof GitFailure && /would be overwritten/u.test(error.said)) return false;
    throw error;
  }
}
