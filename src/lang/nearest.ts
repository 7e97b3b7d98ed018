import { closestMatch } from 'leven';

/** The known word that a mistyped one most likely meant: at most a third of its letters differ. Else undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  return closestMatch(word, [...known], { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
}
