import { cyrillicTwins, latinTwins } from '#languages/cyrillic/look-alikes.ts';

/** Latin letters of no language here: only a Cyrillic word has them, typed with what the keyboard offered. */
const strayLetters = /[ƏəƟɵ]/u;

/**
 * A word in which letters of two alphabets that look alike are mixed («қoғaм» with Latin o and a), in the letters of
 * one. Where letters remain that have no twin, the word stays as it is.
 */
export function oneScript(word: string): string {
  const hasCyrillic = /\p{Script=Cyrillic}/u.test(word);
  if (!/\p{Script=Latin}/u.test(word) || (!hasCyrillic && !strayLetters.test(word))) return word;
  return (
    replaced(word, /\p{Script=Latin}/gu, cyrillicTwins) ??
    replaced(word, /\p{Script=Cyrillic}/gu, latinTwins) ??
    word
  );
}

function replaced(
  word: string,
  letters: RegExp,
  twins: ReadonlyMap<string, string>,
): string | undefined {
  const all = word.match(letters) ?? [];
  return all.every((letter) => twins.has(letter))
    ? word.replace(letters, (letter) => twins.get(letter) ?? letter)
    : undefined;
}
