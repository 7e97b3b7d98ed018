import { publishedProse } from '#checks/readers/published-prose.ts';
import type { UnplacedFinding, Rule } from '#checks/rule.ts';
import { cyrillicTwins, latinTwins } from '#languages/cyrillic/look-alikes.ts';

/**
 * No word mixes letters of two alphabets that look alike. The search does not find such a word, and screen readers
 * spell it out. Foreign names with an ending in the language of the text («PDF-те», «SMSтің») are allowed.
 */
export const mixedScriptsRule: Rule = {
  name: 'mixed-scripts',
  severity: 'warning',
  // The proofreader finds the same, so the sentence is that of the problem.
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

/** The misspelled words of a text and their corrected forms. */
export function mixedWords(text: string): Array<{ word: string; corrected: string }> {
  // A quick test: most lines have letters of one alphabet only.
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
