import type { Locale } from '#lang/locale.ts';
import { firstOf, inLocale, lastOf } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import { type SearchLanguage, searchLanguage, splitWords } from '#search/words/search-language.ts';
import type { PerLocale } from '#schema/fields.ts';
import type { Proof, Remark } from './passages.ts';

/** A person or a division from the registry. */
export interface Named {
  readonly id: string;
  readonly name: PerLocale;
  readonly shortName?: PerLocale | undefined;
  readonly caseForms?: Readonly<Record<Locale, readonly string[]>> | undefined;
  readonly isPerson: boolean;
}

/** Finds names that one language mentions and another does not, and names that nearly match those of the registry. */
export function namesOf(proofs: readonly Proof[], registry: readonly Named[]): Remark[] {
  const read = proofs.map((proof) => ({ proof, said: wordsOf(proof) }));
  return registry.flatMap((named) => {
    const found = read.map((one) => ({
      ...one,
      places: placesOf(named, one.proof.locale, one.said),
    }));
    return found.flatMap(({ proof, said, places }): Remark[] => {
      const name = named.name[proof.locale];
      if (!name || places.length > 0) return [];
      const slip = named.isPerson
        ? misspelled(surname(name), said, registry, proof.locale)
        : almost(name, proof.locale, said);
      if (slip)
        return [
          {
            id: 'name-misspelled',
            file: proof.file,
            line: slip.line,
            params: { written: slip.word, name },
          },
        ];
      const other = found.find((one) => one.places.length > 0);
      return other
        ? [
            {
              id: 'name-missing',
              file: proof.file,
              line: undefined,
              params: {
                name,
                language: proof.locale,
                other: other.proof.locale,
                written: inLocale(named.name, other.proof.locale),
              },
            },
          ]
        : [];
    });
  });
}

interface Said {
  readonly word: string;
  readonly line: number;
  /** The key of the word's stem: all forms of a word share it. */
  readonly key: string;
}

function wordsOf({ locale, passages }: Proof): Said[] {
  const language = searchLanguage(locale);
  return passages.flatMap(({ text, line }) =>
    splitWords(text).map(({ word }) => ({ word, line, key: keyOf(language, word) })),
  );
}

function keyOf(language: SearchLanguage, word: string): string {
  return language.key(word) || word.toLowerCase();
}

/** The places where a name occurs in any of its forms, including case forms that the registry does not list. */
function placesOf(
  { name, shortName, caseForms, isPerson }: Named,
  locale: Locale,
  said: readonly Said[],
): number[] {
  const full = name[locale];
  if (!full) return [];
  const language = searchLanguage(locale);
  const forms = [
    full,
    shortName?.[locale],
    ...(caseForms?.[locale] ?? []),
    ...(isPerson ? [surname(full)] : []),
  ].filter((form) => form !== undefined);
  const written = [...new Set(forms)].flatMap((form) => {
    // Remarks in parentheses, such as «(пример)», are not part of the name.
    const words = splitWords(form.replaceAll(/\([^)]*\)/gu, '')).map(({ word }) => ({
      word: word.toLowerCase(),
      key: keyOf(language, word),
    }));
    return said.flatMap((_, start) =>
      words.length > 0 && words.every((wanted, index) => matches(said[start + index], wanted))
        ? [start]
        : [],
    );
  });
  const short = isPerson ? new Set() : new Set(abbreviations(full));
  return [
    ...written,
    ...said.flatMap(({ word }, place) => (short.has(firstOf(word.split('-'))) ? [place] : [])),
  ];
}

/**
 * Abbreviations such as «ДП» and «ДПГА»: the first letters of consecutive words. Words of up to 3 letters may be left
 * out.
 */
function abbreviations(name: string): string[] {
  const words = splitWords(name).map(({ word }) => word);
  return [words, words.filter((word) => word.length > 3)].flatMap((some) => {
    const letters = some.map((word) => firstOf(word).toUpperCase()).join('');
    return some.flatMap((_, start) =>
      some.flatMap((__, end) => (end > start ? [letters.slice(start, end + 1)] : [])),
    );
  });
}

function matches(said: Said | undefined, { word, key }: { word: string; key: string }): boolean {
  return (
    said !== undefined &&
    (said.key === key || (word.length > 3 && said.word.toLowerCase().startsWith(word)))
  );
}

/** Finds a name of several words in which exactly one word is misspelled: «Департамент палиции города Алматы». */
function almost(name: string, locale: Locale, said: readonly Said[]): Said | undefined {
  const language = searchLanguage(locale);
  const words = splitWords(name).map(({ word }) => ({
    word: word.toLowerCase(),
    key: keyOf(language, word),
  }));
  for (const start of words.length > 1 ? said.keys() : []) {
    const odd = words.flatMap((wanted, index) =>
      matches(said[start + index], wanted)
        ? []
        : [{ wanted: wanted.word, is: said[start + index] }],
    );
    const [{ wanted, is } = { wanted: '', is: undefined }] = odd;
    if (
      odd.length === 1 &&
      is &&
      wanted.length > 4 &&
      Math.abs(is.word.length - wanted.length) < 3 &&
      nearest(is.word.toLowerCase(), [wanted])
    )
      return is;
  }
  return undefined;
}

function surname(name: string): string {
  return lastOf(name.split(/\s+/u));
}

/** Finds a capitalised word that is almost the surname: «Кабдулдинов» for «Қабдұлдинов». */
function misspelled(
  wanted: string,
  said: readonly Said[],
  registry: readonly Named[],
  locale: Locale,
): Said | undefined {
  if (wanted.length < 5) return undefined;
  const others = registry
    .filter(({ isPerson }) => isPerson)
    .flatMap(({ name }) => (name[locale] ? [surname(name[locale])] : []));
  return said.find(({ word }) => {
    const beginning = word.slice(0, wanted.length);
    return (
      /^\p{Lu}\p{Ll}/u.test(word) &&
      beginning.length === wanted.length &&
      nearest(beginning, [wanted]) !== undefined &&
      !others.some((other) => word.startsWith(other))
    );
  });
}
