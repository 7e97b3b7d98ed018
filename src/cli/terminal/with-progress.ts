import { join } from 'node:path';
import { buildParts, partName } from './build-stages.ts';
import type { Call } from '#cli/command.ts';
import { profiled } from './profile.ts';
import { showProgress } from './progress.ts';

/**
 * Runs long work with a progress bar at a terminal (not with `--json`), and with a CPU profile if `--profile` asks
 * for one.
 * @param work receives a function to call at the start of each stage
 */
export async function withProgress<Result>(
  { values, say, cwd }: Call,
  work: (onPart: (part: string) => void) => Promise<Result>,
): Promise<Result> {
  const progress = showProgress(values.json ? 0 : buildParts.length, process.stderr);
  const onPart = (part: string) =>
    progress.at(
      Math.max(
        0,
        buildParts.findIndex((name) => name === part),
      ),
      partName(say, part),
    );
  const file = join(cwd, 'jarshy.cpuprofile');
  try {
    return await (values.profile ? profiled(file, () => work(onPart)) : work(onPart));
  } finally {
    progress.end();
    if (values.profile && !values.json) console.error(say('profiled', { file }));
  }
}
