import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildReport } from '#build/build-in-place.ts';
import { usageOfTree, type Usage } from './process-tree.ts';

/** What to build. It is sent to the build process as JSON. */
export interface Task {
  readonly content: string;
  readonly out: string;
  /** ISO 8601 */
  readonly now: string;
}

/** The answer of the build process. Moments are milliseconds since 1970, with fractions. */
export interface Answer {
  readonly began: number;
  readonly report: Pick<BuildReport, 'announcements' | 'texts' | 'pictures' | 'parts'>;
}

/** The usage of one part of the build. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
  /** Processor time in seconds; undefined where the system does not report it. */
  readonly processor: number | undefined;
  /**
   * The peak memory of the process and its children together, in bytes; undefined where the system does not report it.
   */
  readonly peak: number | undefined;
}

/** The result of measuring one build. */
export interface Measured {
  readonly report: Answer['report'];
  /** First the loading of the program, then the parts of the build in order. */
  readonly stages: readonly Stage[];
}

/** Milliseconds between two samples: a stage of one second gets forty. */
const interval = 25;

/**
 * Builds a site in a separate process, and samples the usage of it and all its child processes.
 * @throws {Error} when the build fails; its output is on the terminal
 */
export async function measureBuild(task: Task): Promise<Measured> {
  const samples: Sample[] = [];
  const started = moment();
  const build = fork(fileURLToPath(new URL('./measured-build.ts', import.meta.url)), [
    JSON.stringify(task),
  ]);
  const look = () => {
    const usage = usageOfTree(build.pid!);
    if (usage) samples.push({ at: moment(), ...usage });
  };
  const timer = setInterval(look, interval);
  try {
    const { began, report } = await answerOf(build);
    return { report, stages: stagesOf(started, began, report.parts, samples) };
  } finally {
    clearInterval(timer);
  }
}

interface Sample extends Usage {
  readonly at: number;
}

function answerOf(build: ReturnType<typeof fork>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answer: Answer | undefined;
    build.once('message', (message) => (answer = message as Answer));
    build.once('error', reject);
    build.once('exit', (status) =>
      answer && status === 0
        ? resolve(answer)
        : reject(new Error(`The build ended with status ${status}.`)),
    );
  });
}

function stagesOf(
  started: number,
  began: number,
  parts: BuildReport['parts'],
  samples: readonly Sample[],
): Stage[] {
  const lengths = [{ part: 'start', milliseconds: began - started }, ...parts];
  let from = started;
  return lengths.map(({ part, milliseconds }) => {
    const to = from + milliseconds;
    const within = samples.filter(({ at }) => at >= from && at < to);
    const before = samples.findLast(({ at }) => at < from)?.processor ?? 0;
    from = to;
    return {
      name: part,
      seconds: milliseconds / 1000,
      processor: within.length === 0 ? undefined : within.at(-1)!.processor - before,
      peak: within.length === 0 ? undefined : Math.max(...within.map(({ memory }) => memory)),
    };
  });
}

/** The present moment on a clock that all processes of this machine share. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}
