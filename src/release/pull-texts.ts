import { spawnSync } from 'node:child_process';

/** In milliseconds. A server of texts that does not answer must not hold back what is due. */
const patience = 60_000;

/**
 * Fetches new texts into a content folder that is a clone of a Git repository. It never asks for a password and never
 * merges: what cannot simply be added is left to a person.
 * @returns why that was not possible; undefined if it was
 */
export function pullTexts(content: string): string | undefined {
  const { status, error, stderr, signal } = spawnSync(
    'git',
    ['-C', content, 'pull', '--quiet', '--ff-only'],
    {
      encoding: 'utf8',
      timeout: patience,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    },
  );
  if (status === 0) return undefined;
  const said = (stderr ?? '').trim().split('\n').at(-1) ?? '';
  return said || (error?.message ?? `git: ${signal ?? status}`);
}
