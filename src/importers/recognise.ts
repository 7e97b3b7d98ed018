import type { Locale } from '#lang/locale.ts';
import { sentences } from '#lang/sentences.ts';
import { writingOf } from '#languages/writings.ts';
import { searchLanguage, splitWords } from '#search/words/search-language.ts';
import type { Registries } from '#site/model.ts';

/** The people and divisions that a text names. */
export interface Recognised {
  /** Ids, in the order in which the text names them. */
  readonly people: readonly string[];
  readonly divisions: readonly string[];
}

/** Finds the people and divisions of the site's registries in a text, in any grammatical form. */
export type Recognise = (text: string) => Recognised;

/** The words of a name. They must be consecutive, and `head` must be in the same sentence. */
interface Name {
  readonly id: string;
  readonly words: readonly string[];
  readonly head?: string | undefined;
}

/**
 * Creates a recogniser for the names of a registry in one language. It accepts a division's short name too, when the
 * noun of its full name is near: «руководители управлений общественной безопасности, миграционной службы».
 */
export function createRecogniser(
  { people, divisions }: Pick<Registries, 'people' | 'divisions'>,
  locale: Locale,
): Recognise {
  const language = searchLanguage(locale);
  const keys = new Map<string, string>();
  const wordsOf = (text: string) =>
    splitWords(text).map(({ word }) => {
      let key = keys.get(word);
      if (key === undefined) keys.set(word, (key = language.key(word)));
      return key;
    });
  const persons = [...people.values()].flatMap(({ id, name, caseForms }): Name[] =>
    name[locale]
      ? [name[locale], ...(caseForms?.[locale] ?? [])].map((form) => ({ id, words: wordsOf(form) }))
      : [],
  );
  const parts = [...divisions.values()].flatMap(({ id, name, shortName, caseForms }): Name[] => {
    const full = wordsOf(name[locale] ?? '');
    const head = full.at(writingOf(locale)?.headNoun === 'last' ? -1 : 0);
    const distinct = full.filter((word) => word !== head);
    const short = wordsOf(shortName?.[locale] ?? '');
    const forms = (caseForms?.[locale] ?? []).map((form) => ({ id, words: wordsOf(form) }));
    return [
      { id, words: full },
      ...forms,
      { id, words: distinct.length > 1 ? distinct : [], head },
      { id, words: short, head },
    ].filter(({ words }) => words.length > 0);
  });
  return (text) => {
    const found = { people: new Set<string>(), divisions: new Set<string>() };
    for (const sentence of sentences(text, locale)) {
      const words = wordsOf(sentence);
      for (const [place, word] of words.entries()) {
        const here = ({ words: name, head }: Name) =>
          name[0] === word &&
          name.every((part, index) => words[place + index] === part) &&
          (!head || words.includes(head));
        for (const name of persons) if (here(name)) found.people.add(name.id);
        for (const name of parts) if (here(name)) found.divisions.add(name.id);
      }
    }
    return { people: [...found.people], divisions: [...found.divisions] };
  };
}
