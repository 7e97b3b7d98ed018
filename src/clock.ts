/** The moment of this build. Nothing else asks what time it is: `now` is an argument everywhere (CONTRIBUTING.md, rule 9). */
export interface Clock {
  /** The moment as of which the site is built. */
  readonly now: Date;
  /** Whether `moment` is at or before now. Records the question: the record says when the site changes next. */
  reached(moment: Date): boolean;
  /** Every moment that was asked about, once each, earliest first. */
  asked(): Date[];
}

/**
 * @param now the moment to build as of; without it, the moment of the call
 */
export function createClock(now: Date = new Date()): Clock {
  const questions = new Set<number>();
  return {
    now,
    reached(moment) {
      questions.add(moment.getTime());
      return moment.getTime() <= now.getTime();
    },
    asked: () => [...questions].sort((a, b) => a - b).map((time) => new Date(time)),
  };
}

/** How long the parts of some work took. */
export interface Stopwatch {
  /** Ends the part that was running, if any, and begins one with this name. */
  start(part: string): void;
  /** Ends the last part. @returns every part in order, in milliseconds, with the peak memory of the process at its end, in bytes */
  stop(): ReadonlyArray<{
    readonly part: string;
    readonly milliseconds: number;
    readonly peakMemory: number;
  }>;
}

/** @param onStart is told of each part that begins */
export function createStopwatch(onStart: (part: string) => void = () => {}): Stopwatch {
  const parts: Array<{ part: string; milliseconds: number; peakMemory: number }> = [];
  let running: { part: string; since: number } | undefined;
  const end = () => {
    // maxRSS is in kilobytes on every platform (libuv).
    if (running)
      parts.push({
        part: running.part,
        milliseconds: performance.now() - running.since,
        peakMemory: process.resourceUsage().maxRSS * 1024,
      });
    running = undefined;
  };
  return {
    start(part) {
      end();
      onStart(part);
      running = { part, since: performance.now() };
    },
    stop() {
      end();
      return parts;
    },
  };
}
