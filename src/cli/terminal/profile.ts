import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/**
 * Profiles some work and writes the result to a file: a CPU profile of V8, which the developer tools of Chrome and
 * Firefox open. The file is written even if the work fails.
 */
export async function profiled<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  }
}
