export interface Progress {
  at(done: number): void;
  end(): void;
}

const width = 40;

/** A bar that grows, where a person looks on; elsewhere nothing, for a log needs none. */
export function showProgress(total: number, stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Progress {
  if (!stream.isTTY || total < 2) return { at: () => undefined, end: () => undefined };
  return {
    at(done) {
      const full = Math.round((done / total) * width);
      stream.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done}/${total}`);
    },
    // Blanks what stood there, and goes back to the beginning of the line.
    end: () => void stream.write(`\r${' '.repeat(width + 4 + 2 * String(total).length)}\r`),
  };
}
