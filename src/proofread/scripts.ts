import { mixedWords } from '#checks/rules/mixed-scripts.ts';
import { alphabetOf } from '#lang/alphabet.ts';
import type { Locale } from '#lang/locale.ts';
import type { Alphabet } from '#languages/writing.ts';
import { everyWriting } from '#languages/writings.ts';
import type { Passage, Proof, Remark } from './passages.ts';

/**
 * Words with a letter of another alphabet, found by the same check that the rule of this name runs on a built site.
 * Where a letter can be read in two ways, both words are named: «ҚАHАРМАН» is ҚАҺАРМАН, «HAH» is НАН.
 */
export function mixedScriptRemarks({ locale, file, passages }: Proof): Remark[] {
  return passages.flatMap(({ text, line }) =>
    mixedWords(text).map(({ word, corrected }): Remark => ({
      id: 'mixed-scripts',
      file,
      line,
      params: { word, corrected: readingsOf(word, corrected, locale).join(' / ') },
    })),
  );
}

/** Corrects such words where there is only one way to read them. */
export function withoutMixedScripts(text: string, locale: Locale): string {
  return text.replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
    const corrected = mixedWords(word)[0]?.corrected;
    if (corrected === undefined) return word;
    return readingsOf(word, corrected, locale).length === 1 ? corrected : word;
  });
}

/** At most this many readings of a word are named: a person would not look through more. */
const mostReadings = 4;

/** The possible readings of a word, the most usual first. */
function readingsOf(word: string, corrected: string, locale: Locale): string[] {
  const others = alphabetOf(locale)?.otherTwins ?? {};
  const written = Array.from(word);
  return Array.from(corrected)
    .reduce(
      (readings, letter, index) => {
        const other = letter === written[index] ? undefined : others[written[index] ?? ''];
        return other === undefined
          ? readings.map((reading) => reading + letter)
          : readings.flatMap((reading) => [reading + letter, reading + other]);
      },
      [''],
    )
    .slice(0, mostReadings);
}

const letterRuns = /(?<!\p{L})\p{Script=Cyrillic}{2,}(?!\p{L})/gu;
/**
 * The number of words from which a passage without a letter of the language's own counts as another language. Measured
 * on Kazakh, see the test.
 */
const enough = 6;

/** Finds passages in another language of the same script: Russian left in a Kazakh text, or Kazakh in a Russian one. */
export function foreignPassages({ locale, file, passages }: Proof): Remark[] {
  const alphabet = alphabetOf(locale);
  if (!alphabet) return [];
  const isForeign = alphabet.own ? lacks(alphabet.own) : isFullOf(otherLetters(alphabet));
  return passages.filter(isForeign).map(({ text, line }): Remark => ({
    id: 'foreign-passage',
    file,
    line,
    params: { language: locale, text: beginning(text) },
  }));
}

/** For each other supported language, the letters that only it has. */
function otherLetters(alphabet: Alphabet): RegExp[] {
  return everyWriting.flatMap((writing) =>
    writing.alphabet === alphabet ? [] : (writing.alphabet?.own ?? []),
  );
}

function lacks(own: RegExp): (passage: Passage) => boolean {
  return ({ text }) => {
    const found = text.match(letterRuns) ?? [];
    return found.length >= enough && !found.some((word) => own.test(word));
  };
}

function isFullOf(letters: readonly RegExp[]): (passage: Passage) => boolean {
  return ({ text }) => {
    const found = text.match(letterRuns) ?? [];
    return (
      found.length >= enough &&
      letters.some((own) => found.filter((word) => own.test(word)).length * 2 > found.length)
    );
  };
}

/** The first 60 characters of a text at most, cut at a word, to show in a message. */
export function beginning(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s*\S*$/u, '')}…`;
}
