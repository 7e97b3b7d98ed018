import type { Engine } from './engine.ts';
import { either, eitherOf, type Hits } from './hits.ts';
import type { SearchLanguage } from './words/language.ts';

/** How far from the word as it was typed an answer lies. */
export const steps = [
  'exact',
  'wider',
  'names',
  'folded',
  'scripts',
  'prefix',
  'unfinished',
  'repairs',
] as const;
export type Step = (typeof steps)[number];

/** What is found further off counts less, where both are shown. */
const weights = {
  exact: 1,
  wider: 0.6,
  names: 0.5,
  folded: 0.5,
  scripts: 0.5,
  prefix: 0.4,
  unfinished: 0.4,
  repairs: 0.4,
} satisfies Record<Step, number>;

/** One word of a question, asked step by step and each step only once. */
export interface WordSearch {
  readonly word: string;
  at(step: Step): Promise<Hits>;
  /** All that is found from the first step to this one. */
  upTo(step: Step): Promise<Hits>;
}

export interface WordOptions {
  readonly engine: Engine;
  readonly language: SearchLanguage;
  /** The other languages of the site: names stand in the index in each of them. Asked for when they are needed. */
  others(): Promise<readonly SearchLanguage[]>;
  /** The word may be unfinished. */
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
    // All that begins as typed; and what the stem may be, of which much begins so that was not meant.
    prefix: () => readings.prefix.slice(0, 1),
    unfinished: () => readings.prefix.slice(1),
    repairs: async () => {
      const { repairs, vocabularyShards } = await import('./words/repair-word.ts'); // Downloaded by those who need it.
      const files = await Promise.all(vocabularyShards(word).map((letter) => engine.words(letter)));
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
  return { word, at, upTo };
}
