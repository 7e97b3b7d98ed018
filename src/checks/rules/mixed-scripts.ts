import { publishedProse } from '#checks/readers/published-prose.ts';
import type { UnplacedFinding, Rule } from '#checks/rule.ts';
import { cyrillicTwins, latinTwins } from '#languages/cyrillic/look-alikes.ts';

/**
 * No word is written with letters of two alphabets that look alike: the search does not find it and screen readers spell it.
 * Foreign names with an ending of the text's own language («PDF-те», «SMSтің») are meant.
 */
export const mixedScriptsRule: Rule = {
  name: 'mixed-scripts',
  severity: 'warning',
  // A proof-reader finds the same: the sentence is that of the problem.
  sentences: {},
  ofText: {
    basis: () => undefined,
    inspector: () => (source) =>
      source.standing === 'public'
        ? publishedProse(source).flatMap(({ line, text }) =>
            mixedWords(text).map(({ word, corrected }): UnplacedFinding => ({
              id: 'mixed-scripts',
              params: { word, corrected },
              file: source.file,
              line,
            })),
          )
        : [],
  },
};

/** The words of a text that are spelled with a wrong letter, and how they are meant. */
export function mixedWords(text: string): Array<{ word: string; corrected: string }> {
  // Most lines have letters of one alphabet only.
  if (!/\p{Script=Latin}/u.test(text)) return [];
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const corrected = correct(word);
    return corrected === undefined ? [] : [{ word, corrected }];
  });
}

function correct(word: string): string | undefined {
  const letters = Array.from(word);
  const [ofLatin, ofCyrillic] = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u].map((script) =>
    letters.filter((letter) => script.test(letter)),
  ) as [string[], string[]];
  if (
    ofLatin.length === 0 ||
    ofCyrillic.length === 0 ||
    (/^\p{Lu}{2,}\p{Ll}+$/u.test(word) && /^\p{Script=Latin}+\p{Script=Cyrillic}+$/u.test(word))
  )
    return undefined;
  if (ofLatin.length <= ofCyrillic.length && ofLatin.every((letter) => cyrillicTwins.has(letter)))
    return letters.map((letter) => cyrillicTwins.get(letter) ?? letter).join('');
  if (ofCyrillic.length < ofLatin.length && ofCyrillic.every((letter) => latinTwins.has(letter)))
    return letters.map((letter) => latinTwins.get(letter) ?? letter).join('');
  return undefined;
}
