import { closestMatch } from 'leven';

/**
 * The longest word to compare, in characters. No real word is longer, and the time to compare grows with the product of
 * the lengths.
 */
const longest = 100;

/**
 * The known word that a mistyped one most likely means: at most a third of its letters, or one letter, may differ.
 * Otherwise undefined.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  return closestMatch(word, [...known], { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
}
