/**
 * Letters and digits that an adult reads in a minute. In the international study of reading speeds (IReST: Trauzettel-Klosinski
 * and others, 2012) words a minute differ by half between languages, characters far less: 986 in Russian, 987 in English, 1,054 in
 * Turkish, which builds its words as Kazakh does.
 */
const lettersPerMinute = 1000;

/** About how many minutes a text takes to read, at least one.
 * @param plain a text without markup */
export function readingMinutes(plain: string): number {
  const letters = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '').length;
  return Math.max(1, Math.round(letters / lettersPerMinute));
}
