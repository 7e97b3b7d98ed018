import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sender } from './sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { mark, withoutCompressed } from './upload-order.ts';
import { UserError } from '#messages/user-error.ts';

/** Files that a Pages host keeps in the branch in addition to the site: the domain from its settings. */
const hostFiles = ['CNAME'];

/**
 * Sends to a branch that a host publishes: `git@example.org:press/site.git#pages` (the default branch is `pages`).
 * The branch has a single commit without parents, because what was removed from the site must not stay in its
 * history.
 */
export const sendByGit: Sender = async ({ id, folder, workFolder }, place, run) => {
  const [remote, branch = 'pages'] = place.split('#', 2) as [string, string?];
  const repository = join(
    workFolder,
    createHash('sha256').update(place).digest('hex').slice(0, 16),
  );
  mkdirSync(repository, { recursive: true });
  const index = join(repository, 'site.index');
  const git = async (args: readonly string[], input?: string) => {
    // The person's own git settings must not change any file of the site.
    const settings = [
      'core.autocrlf=false',
      'core.attributesFile=/dev/null',
      'core.excludesFile=/dev/null',
      'core.quotePath=false',
      'commit.gpgSign=false',
    ].flatMap((setting) => ['-c', setting]);
    const env = {
      GIT_INDEX_FILE: index,
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Jarshy',
      GIT_AUTHOR_EMAIL: '',
      GIT_COMMITTER_NAME: 'Jarshy',
      GIT_COMMITTER_EMAIL: '',
    };
    const { output } = await run(
      'git',
      [...settings, `--git-dir=${repository}`, ...args],
      input === undefined ? { env } : { env, input },
    );
    return output.trim();
  };

  await run('git', ['init', '--quiet', '--bare', repository]);
  const ref = `refs/heads/${branch}`;
  const [before = ''] = (await git(['ls-remote', '--', remote, ref])).split('\t');
  const there = before ? await filesOf(git, [remote, ref], before) : new Map<string, string>();
  if (there.size > 0 && !there.has(mark)) throw new UserError('send-not-ours', { place });

  rmSync(index, { force: true });
  const files = withoutCompressed(listFiles(folder));
  await git(
    ['-C', folder, '--work-tree=.', 'update-index', '--add', '-z', '--stdin'],
    files.join('\0'),
  );
  // Without `.nojekyll`, GitHub runs Jekyll, which leaves out every name that begins with an underscore.
  writeFileSync(join(repository, 'empty'), '');
  const empty = await git(['hash-object', '-w', join(repository, 'empty')]);
  const kept = hostFiles
    .filter((name) => there.has(name) && !files.includes(name))
    .map((name) => `100644 ${there.get(name)}\t${name}\n`);
  await git(['update-index', '--index-info'], [`100644 ${empty}\t.nojekyll\n`, ...kept].join(''));
  const tree = await git(['write-tree']);
  if (before && tree === (await git(['rev-parse', `${before}^{tree}`]))) return;
  const commit = await git(['commit-tree', tree, '-m', id]);
  await git([
    'push',
    '--quiet',
    `--force-with-lease=${ref}:${before}`,
    '--',
    remote,
    `${commit}:${ref}`,
  ]);
};

/** The files of a remote commit, each with the hash of its content. */
async function filesOf(
  git: (args: readonly string[]) => Promise<string>,
  source: readonly [remote: string, ref: string],
  commit: string,
): Promise<Map<string, string>> {
  await git(['fetch', '--quiet', '--depth=1', '--', ...source]);
  const lines = (await git(['ls-tree', '-r', '-z', commit])).split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [, , digest = ''] = line.split(/[ \t]/u);
      return [line.slice(line.indexOf('\t') + 1), digest];
    }),
  );
}
