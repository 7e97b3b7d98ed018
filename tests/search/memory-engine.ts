import type { Engine } from '#search/engine.ts';
import { placesOf } from '#search/places.ts';
import type { SearchLanguage } from '#search/words/language.ts';

/** An index in memory, which finds as Pagefind does: a term is the beginning of a key. Every match scores 1. */
export function memoryEngine(
  texts: readonly string[],
  language: SearchLanguage,
  vocabulary: readonly string[] = [],
): Engine & { readonly asked: string[] } {
  const keys = texts.map((text) =>
    placesOf(text).map((place) => place && language.key(place.word)),
  );
  const asked: string[] = [];
  return {
    asked,
    async find(term) {
      asked.push(term);
      const found = keys.map((ofText, document) => ({
        document,
        score: 1,
        positions: ofText.flatMap((key, position) => (key?.startsWith(term) ? [position] : [])),
      }));
      return found.filter(({ positions }) => positions.length > 0);
    },
    document: async (number) => ({
      url: `/${number}/`,
      text: texts[number]!,
      date: '',
      topics: '',
    }),
    words: async () => vocabulary,
  };
}

/** A language in which a word is what it is without its last letter, and `q` the code of a letter that is lost by folding. */
export const plainLanguage = {
  key: (word: string) => `${word.toLowerCase().slice(0, -1)}xz`,
  readings: (word: string, { typing }: { typing: boolean }) => ({
    exact: [`${word.toLowerCase().slice(0, -1)}xz`],
    wider: [`${word.toLowerCase().slice(0, -2)}xz`],
    folded: [`${word.toLowerCase().slice(0, -1)}x`],
    scripts: word === 'gjkbwbz' ? ['полициx'] : [],
    prefix: typing ? [word.toLowerCase()] : [],
  }),
} as SearchLanguage;
