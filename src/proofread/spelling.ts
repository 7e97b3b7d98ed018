import { spawnSync } from 'node:child_process';
import type { Locale } from '#lang/locale.ts';
import { writingOf } from '#languages/writings.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import { mustGet } from '#lang/lookup.ts';
import type { Proof, Remark } from './passages.ts';

/** A program or a dictionary that is not installed: said, not failed. */
export interface NoSpeller {
  readonly locale: Locale;
  readonly dictionary: string;
}

/**
 * The words of a text that hunspell does not know, as advice. Where its dictionary
 * knows few of the endings, as that of Kazakh, a word is known when one of its stems is.
 * @param names words that are right whatever it says: those of names
 * @returns undefined where there is nothing to say, or no dictionary of the language at all
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

/** Those that hunspell lists as unknown; undefined where it, or its dictionary, is not installed. */
function unknownOf(asked: readonly string[], dictionary: string): string[] | undefined {
  const { error, status, stdout } = spawnSync('hunspell', ['-l', '-i', 'utf-8', '-d', dictionary], {
    input: `${asked.join('\n')}\n`,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return error || status !== 0 ? undefined : stdout.split('\n').filter(Boolean);
}
