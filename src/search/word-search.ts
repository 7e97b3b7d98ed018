import type { Engine } from './engine.ts';
import { either, eitherOf, type Hits } from './hits.ts';
import type { SearchLanguage } from './words/language.ts';

/** The search steps, from the typed word to ever more distant readings of it. */
export const steps = [
  'exact',
  'wider',
  'folded',
  'names',
  'scripts',
  'prefix',
  'unfinished',
  'repairs',
] as const;
export type Step = (typeof steps)[number];

/** The more distant the step, the lower the score of its hits when hits of several steps are shown together. */
export const weights = {
  exact: 1,
  wider: 0.6,
  folded: 0.5,
  names: 0.5,
  scripts: 0.5,
  prefix: 0.4,
  unfinished: 0.4,
  repairs: 0.4,
} satisfies Record<Step, number>;

/** One word of a query. Its steps are run separately, each at most once. */
export interface WordSearch {
  readonly word: string;
  at(step: Step): Promise<Hits>;
  /** Everything found from the first step up to and including this one. */
  upTo(step: Step): Promise<Hits>;
  /** What each possible repair of the word finds, likeliest first; without those that find nothing. */
  repaired(): Promise<readonly Hits[]>;
}

export interface WordOptions {
  readonly engine: Engine;
  readonly language: SearchLanguage;
  /** The other languages of the site, because every index contains names in all of them. Called only when needed. */
  others(): Promise<readonly SearchLanguage[]>;
  /** The reader is still typing the word, so it may be incomplete. */
  readonly typing: boolean;
}

export function searchWord(
  word: string,
  { engine, language, others, typing }: WordOptions,
): WordSearch {
  const readings = language.readings(word, { typing });
  const asked = new Map<Step, Promise<Hits>>();
  const find = async (step: Step, terms: readonly string[]) =>
    either(
      await Promise.all([...new Set(terms)].filter(Boolean).map((term) => engine.find(term))),
      weights[step],
    );

  const askers = {
    exact: () => readings.exact,
    wider: () => readings.wider,
    names: async () =>
      (await others()).flatMap((other) => other.readings(word, { typing: false }).exact),
    folded: () => readings.folded,
    scripts: () => readings.scripts,
    // `prefix` finds all keys that start with the typed letters. `unfinished` finds the possible stems of the word, and
    // many words that start with those are not meant.
    prefix: () => readings.prefix.slice(0, 1),
    unfinished: () => readings.prefix.slice(1),
    repairs: async () => {
      const { repairs, vocabularyShards } = await import('./words/repair-word.ts'); // A separate download, only when needed.
      const files = await Promise.all(
        vocabularyShards(word, language).map((letter) => engine.words(letter)),
      );
      return repairs(word, files.flat(), language);
    },
  } satisfies Record<Step, () => readonly string[] | Promise<readonly string[]>>;

  const at = (step: Step) => {
    let hits = asked.get(step);
    if (!hits)
      asked.set(step, (hits = Promise.resolve(askers[step]()).then((terms) => find(step, terms))));
    return hits;
  };
  const upTo = async (step: Step) =>
    eitherOf(await Promise.all(steps.slice(0, steps.indexOf(step) + 1).map(at)));
  const repaired = async () => {
    const terms = await askers.repairs();
    const found = await Promise.all(terms.map((term) => find('repairs', [term])));
    return found.filter(({ size }) => size > 0);
  };
  return { word, at, upTo, repaired };
}
