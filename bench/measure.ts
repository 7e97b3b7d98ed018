import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildReport } from '#build/build-in-place.ts';
import { usageOfTree, type Usage } from './process-tree.ts';

/** What to build; travels to the building process as JSON. */
export interface Task {
  readonly content: string;
  readonly out: string;
  /** ISO 8601 */
  readonly now: string;
}

/** What the building process answers. Moments are milliseconds since 1970, with fractions. */
export interface Answer {
  readonly began: number;
  readonly report: Pick<BuildReport, 'announcements' | 'texts' | 'pictures' | 'parts'>;
}

export interface Stage {
  readonly name: string;
  readonly seconds: number;
  /** Processor time in seconds; absent where the system does not tell. */
  readonly processor: number | undefined;
  /** The most memory that the process and its children held together, in bytes; absent where the system does not tell. */
  readonly peak: number | undefined;
}

export interface Measured {
  readonly report: Answer['report'];
  /** Loading the program first, then the parts of the build in their order. */
  readonly stages: readonly Stage[];
}

/** Milliseconds between two looks: a stage of a second gets forty. */
const interval = 25;

/**
 * Builds a site in a process of its own and watches it and all that it starts.
 * @throws Error when the build fails; what it said stands on the terminal
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

/** The same in every process of this machine. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}
