import { hash } from 'node:crypto';

/**
 * A word for a plain value: the same for the same value, another for every other (132 bits of SHA-256).
 * Keys count in their order: what is compared is made by the same code each time.
 */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}
