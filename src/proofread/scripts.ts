import { mixedWords } from '#checks/rules/mixed-scripts.ts';
import type { Passage, Proof, Remark } from './passages.ts';

/** Words with a letter of the other alphabet, as the rule of that name finds them in a built site. */
export function mixedScriptRemarks({ file, passages }: Proof): Remark[] {
  return passages.flatMap(({ text, line }) =>
    mixedWords(text).map(({ word, corrected }): Remark => ({
      id: 'mixed-scripts',
      file,
      line,
      params: { word, corrected },
    })),
  );
}

/** A text with such words put right. */
export function withoutMixedScripts(text: string): string {
  return text.replaceAll(/[\p{L}\p{M}]+/gu, (word) => mixedWords(word)[0]?.corrected ?? word);
}

const kazakhLetters = /[әғқңөұүһі]/iu;
const cyrillicWords = /(?<!\p{L})\p{Script=Cyrillic}{2,}(?!\p{L})/gu;
/** From so many words on, a passage without a single Kazakh letter is not Kazakh: measured, see the test. */
const enough = 6;

/** Russian left in a Kazakh text, and the other way round. */
export function foreignPassages({ locale, file, passages }: Proof): Remark[] {
  const language = locale.split('-')[0]!;
  const isForeign = { kk: looksRussian, ru: looksKazakh }[language];
  if (!isForeign) return [];
  return passages.filter(isForeign).map(({ text, line }): Remark => ({
    id: 'foreign-passage',
    file,
    line,
    params: { language: locale, text: beginning(text) },
  }));
}

function looksRussian({ text }: Passage): boolean {
  const found = text.match(cyrillicWords) ?? [];
  return found.length >= enough && !found.some((word) => kazakhLetters.test(word));
}

function looksKazakh({ text }: Passage): boolean {
  const found = text.match(cyrillicWords) ?? [];
  return (
    found.length >= enough &&
    found.filter((word) => kazakhLetters.test(word)).length * 2 > found.length
  );
}

export function beginning(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s*\S*$/u, '')}…`;
}
