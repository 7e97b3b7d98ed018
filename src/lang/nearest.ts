import { closestMatch } from 'leven';

/** In characters. No word is longer; comparing takes time by the product of lengths. */
const longest = 100;

/** The known word that a mistyped one most likely meant: at most a third of its letters differ. Else undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  return closestMatch(word, [...known], { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
}
