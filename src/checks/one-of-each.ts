import { onceForEach } from '#lang/once-for-each.ts';
import { mapLeaves } from './map-leaves.ts';

/**
 * Makes plain values that share their texts. What is read from ten thousand pages is mostly the same, and a text that was cut
 * out of a page keeps the whole page in memory as long as it lives (V8's sliced strings).
 * @returns gives the same value, made of one text for all that are equal
 */
export function oneOfEach(): <Value>(value: Value) => Value {
  const text = onceForEach((found: string) => Buffer.from(found).toString());
  return <Value>(value: Value) => mapLeaves(value, (leaf) => (typeof leaf === 'string' ? text(leaf) : leaf)) as Value;
}
