import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A marker file next to the releases. It exists while the public release of this machine has not been sent to its
 * destination.
 */
const note = '.unsent';

/** Runs work that ends with sending a release. The marker stays until the work has succeeded. */
export async function rememberedUntilSent<Result>(
  to: string,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, note), '');
  const result = await work();
  rmSync(join(to, note), { force: true });
  return result;
}

/** Whether a release has not been sent to its destination. */
export function isUnsent(to: string): boolean {
  return existsSync(join(to, note));
}
