import { createHash } from 'node:crypto';

/** A hash that identifies a file by its content, whatever its name. */
export function sourceFingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
