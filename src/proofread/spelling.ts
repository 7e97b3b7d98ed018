import { spawnSync } from 'node:child_process';
import type { Locale } from '#lang/locale.ts';
import { writingOf } from '#languages/writings.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import { mustGet } from '#lang/lookup.ts';
import type { Proof, Remark } from './passages.ts';

/** Hunspell or the dictionary is not installed. This is reported, and is not an error. */
export interface NoSpeller {
  readonly locale: Locale;
  readonly dictionary: string;
}

/**
 * Lists the words of a text that hunspell does not know, as advice. Where the dictionary has only some of the endings,
 * as the Kazakh one does, a word is accepted when hunspell accepts one of its stems.
 * @param names words that are always accepted: those of names, in lower case
 * @returns undefined where there is nothing to report, or where no dictionary exists for the language
 */
export function spelling(
  { locale, file, passages }: Proof,
  names: ReadonlySet<string>,
): Remark | NoSpeller | undefined {
  const known = writingOf(locale)?.spelling;
  if (!known) return undefined;
  const { dictionary, byStems } = known;
  const places = new Map(
    passages
      .flatMap(({ text, line }) => (text.match(words) ?? []).map((word) => [word, line] as const))
      .reverse(),
  );
  const asked = [...places.keys()]
    .reverse()
    .filter((word) => !names.has(word.toLowerCase()) && word !== word.toUpperCase());
  let unknown = unknownOf(asked, dictionary);
  if (unknown && byStems && unknown.length > 0) {
    const stems = new Map(
      unknown.map((word) => [
        word,
        searchLanguage(locale)
          .stems(word)
          .map(({ stem }) => stem)
          .filter((stem) => stem.length > 2),
      ]),
    );
    const strange = new Set(unknownOf([...new Set([...stems.values()].flat())], dictionary));
    unknown = unknown.filter((word) => mustGet(stems, word).every((stem) => strange.has(stem)));
  }
  if (!unknown) return { locale, dictionary };
  if (unknown.length === 0) return undefined;
  return {
    id: 'unknown-words',
    file,
    line: undefined,
    params: {
      language: locale,
      words: unknown.map((word) => `${word} (${places.get(word)})`).join(', '),
    },
  };
}

const words =
  /(?<![\p{L}\d@./-])\p{Script=Cyrillic}{3,}(?:-\p{Script=Cyrillic}+)*(?![\p{L}\d@/])/gu;

/** The words that hunspell lists as unknown; undefined where hunspell or the dictionary is not installed. */
function unknownOf(asked: readonly string[], dictionary: string): string[] | undefined {
  const { error, status, stdout } = spawnSync('hunspell', ['-l', '-i', 'utf-8', '-d', dictionary], {
    input: `${asked.join('\n')}\n`,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return error || status !== 0 ? undefined : stdout.split('\n').filter(Boolean);
}
