/** The stream on which a progress bar may be drawn. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** A progress bar. */
export interface Progress {
  /**
   * @param done number of finished steps
   * @param name of the current step
   */
  at(done: number, name?: string): void;
  end(): void;
}

const width = 40;

/** Moves to the beginning of the line and clears it. */
const blank = '\r\x1b[2K';

/** Shows a progress bar at a terminal. Elsewhere (a log, CI, a report for a program) it shows nothing. */
export function showProgress(
  total: number,
  stream: Terminal,
  env: NodeJS.ProcessEnv = process.env,
): Progress {
  if (!stream.isTTY || env.CI || env.TERM === 'dumb' || total < 2)
    return { at: () => undefined, end: () => undefined };
  return {
    at(done, name = '') {
      const full = Math.round((done / total) * width);
      stream.write(
        `${blank}[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done}/${total} ${name}`.trimEnd(),
      );
    },
    end: () => void stream.write(blank),
  };
}
