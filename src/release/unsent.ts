import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the releases: what is public on this machine may not have arrived where it is to be sent. */
const note = '.unsent';

/** Does some work that ends with a release being sent, and remembers until then that it has not been. */
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

/** Whether something has not arrived that was to be sent. */
export function isUnsent(to: string): boolean {
  return existsSync(join(to, note));
}
