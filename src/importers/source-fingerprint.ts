import { createHash } from 'node:crypto';

/** Knows a file again, whatever it is called. */
export function sourceFingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
