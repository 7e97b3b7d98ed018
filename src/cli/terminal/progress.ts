/** Where a bar may be drawn: a terminal. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

export interface Progress {
  /** @param name of what is being done */
  at(done: number, name?: string): void;
  end(): void;
}

const width = 40;

/** Goes to the beginning of the line and blanks it. */
const blank = '\r\x1b[2K';

/** A bar that grows, where a person looks on; elsewhere (a log, CI, a report to a program) nothing. */
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
