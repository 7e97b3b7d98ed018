import type { Clock } from '#clock.ts';

/** The content of `schedule.json` (`scheduleFile` of the schema). */
export interface Schedule {
  readonly format: 1;
  /** The moment as of which the site was built. */
  readonly built: string;
  /** When the site will change by itself, the next moment first. A build at each of these moments misses no change. */
  readonly moments: readonly string[];
}

/**
 * When a site changes by itself: every future moment about which its build asked the clock. A moment that only matters
 * after another one (such as the end of a pin of a held announcement) is asked about by the build at that other moment.
 * @param clock the clock after the complete build
 */
export function scheduleOf(clock: Clock): Schedule {
  const moments = clock.asked().filter((moment) => moment > clock.now);
  return {
    format: 1,
    built: clock.now.toISOString(),
    moments: moments.map((moment) => moment.toISOString()),
  };
}

/** Whether a site must be built again although its content has not changed. */
export function isDue({ moments }: Schedule, now: Date): boolean {
  return moments.some((moment) => new Date(moment) <= now);
}
