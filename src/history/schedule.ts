import type { Clock } from '#clock.ts';

/** What `schedule.json` says (`scheduleFile` of the schema). */
export interface Schedule {
  readonly format: 1;
  /** The moment as of which the site was built. */
  readonly built: string;
  /** When it will change by itself, the next moment first. Whoever builds again at each of them misses nothing. */
  readonly moments: readonly string[];
}

/**
 * When a site changes by itself: every moment that its build asked the clock about and that had not come. A moment that
 * only matters once another has come (the end of a pin of something held) is asked about by the build that the other brings.
 * @param clock after the whole build has asked
 */
export function scheduleOf(clock: Clock): Schedule {
  const moments = clock.asked().filter((moment) => moment > clock.now);
  return {
    format: 1,
    built: clock.now.toISOString(),
    moments: moments.map((moment) => moment.toISOString()),
  };
}

/** Whether a site must be built again though nothing was written. */
export function isDue({ moments }: Schedule, now: Date): boolean {
  return moments.some((moment) => new Date(moment) <= now);
}
