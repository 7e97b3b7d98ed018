import { hash } from 'node:crypto';

/**
 * A word for a plain value: the same for the same value, another for every other (132 bits of SHA-256).
 * Keys count in their order: what is compared is made by the same code each time.
 */
export function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}

/**
 * Marks a value that stands in many others, or is large: in the digest of each it counts as its own digest, which is found once.
 * Whatever it holds counts, so it may not change any more. For what is shown: who writes it as JSON would write the digest.
 * @param find gives the digest, where it is known already
 */
export function hashedOnce<Value extends object>(
  value: Value,
  find = () => hashOf({ ...value }),
): Readonly<Value> {
  let digest: string | undefined;
  // Not enumerable: a copy with something more in it is another value.
  Object.defineProperty(value, 'toJSON', { value: () => (digest ??= find()) });
  return Object.freeze(value);
}
