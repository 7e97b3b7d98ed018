import { randomBytes } from 'node:crypto';

/** A salt that nobody can guess: 128 bits. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}
