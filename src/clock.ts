/** The only source of the current time (CONTRIBUTING.md, rule 9). All other code gets `now` as an argument. */
export interface Clock {
  /** The moment as of which the site is built. */
  readonly now: Date;
  /**
   * Whether `moment` is at or before now. The clock remembers each question: the schedule of a release lists when the
   * site will change next.
   */
  reached(moment: Date): boolean;
  /** Every moment that `reached` was asked about, without duplicates, earliest first. */
  asked(): Date[];
}

/** @param now the moment as of which the site is built; by default, the moment of the call */
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

/** Measures how long each part of some work takes. */
export interface Stopwatch {
  /** Ends the running part, if any, and starts one with this name. */
  start(part: string): void;
  /**
   * Ends the last part.
   * @returns every part in order: its duration in milliseconds, and the peak memory of the process at its end in bytes
   */
  stop(): ReadonlyArray<{
    readonly part: string;
    readonly milliseconds: number;
    readonly peakMemory: number;
  }>;
}

/** @param onStart called with the name of each part when it starts */
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
