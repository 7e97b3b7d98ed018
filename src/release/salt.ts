import { randomBytes } from 'node:crypto';

/** A random salt of 128 bits, in hexadecimal. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}
