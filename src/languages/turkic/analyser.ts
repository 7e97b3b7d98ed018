import type { Stem } from '#languages/grammar.ts';
import { inwards, type Sound, type Suffix, type SuffixSlot, unfinishedSlots } from './suffixes.ts';

/** The vowels that may follow: back (а, ы), front (е, і), or either. */
export type Harmony = 'back' | 'front' | 'either';

/** What the analyser needs to know of a Turkic language. */
export interface Morphology {
  readonly suffixes: readonly Suffix[];
  /** Letters that people type as others, each with that other one; й is not among them. */
  readonly lost: Readonly<Record<string, string>>;
  /** Words of closed classes that look like a noun with an ending, but are not. */
  readonly unchanging: ReadonlySet<string>;
  /** Forms whose stem their endings do not show, each with a word of that stem. */
  readonly irregular: ReadonlyMap<string, string>;
  /** The class of the last sound of a word. */
  lastSound(word: string): Sound | undefined;
  /** @param folded whether the word was typed without the letters of `lost` */
  harmonyOf(word: string, folded: boolean): Harmony;
  hasVowel(word: string): boolean;
  /** The normal shape of a stem, which all forms of a word share. */
  stemShape(stem: string): string;
  /** How much less likely a stem is because of its shape, on the scale of `Suffix.worth`. */
  unlikeliness(stem: string, kind: 'whole' | 'noun' | 'verb'): number;
}

/** Takes the words of a Turkic language apart. */
export interface Analyser {
  /**
   * All analyses of a word that the rules allow, likeliest first. The word itself is always one of them.
   * @param typedFolded whether the word is typed without the letters that other keyboards lack; the stems lack them too
   */
  analyse(word: string, typedFolded?: boolean): Stem[];
  /** A name has no plural, no possessive and is no verb: only a case is taken off. */
  nameStems(word: string): string[];
  /** A word as it is typed without the letters that other keyboards lack. */
  withoutLost(word: string): string;
}

/**
 * The longest word to analyse. No word is longer. A longer run of letters is its own stem, so that it cannot take much
 * time.
 */
const longest = 40;

type Table = ReadonlyMap<string, ReadonlyMap<SuffixSlot, readonly Suffix[]>>;

/** Endings by their last letter and then by slot, as `analyse` looks them up. */
function byLastLetter(list: readonly Suffix[]): Table {
  const map = new Map<string, Map<SuffixSlot, Suffix[]>>();
  for (const suffix of list) {
    const last = suffix.text.slice(-1);
    const places = map.get(last) ?? new Map<SuffixSlot, Suffix[]>();
    map.set(last, places.set(suffix.from, [...(places.get(suffix.from) ?? []), suffix]));
  }
  return map;
}

export function createAnalyser(language: Morphology): Analyser {
  const { suffixes, lost, unchanging, irregular, stemShape, unlikeliness } = language;
  const withoutLost = (word: string) =>
    Array.from(word, (letter) => lost[letter] ?? letter).join('');
  const lawful = byLastLetter(suffixes);
  const folded = byLastLetter(
    suffixes.map((suffix) => ({ ...suffix, text: withoutLost(suffix.text) })),
  );

  const mayPrecede = (before: string, suffix: Suffix, typedFolded: boolean): boolean => {
    if (before.length + suffix.returns.length < 2 || !language.hasVowel(before)) return false;
    const sound = language.lastSound(before);
    if (
      !(sound && suffix.after.has(sound)) &&
      !(typedFolded && before.endsWith('и') && suffix.after.has('V'))
    )
      return false;
    if (suffix.front === undefined) return true;
    const harmony = language.harmonyOf(before, typedFolded);
    return harmony === 'either' || (harmony === 'front') === suffix.front;
  };

  return {
    withoutLost,
    analyse(word, typedFolded = false) {
      const known = irregular.get(word);
      if (known) return [{ stem: stemShape(known), worth: 0 }];
      if (word.length > longest || unchanging.has(word)) return [{ stem: word, worth: 0 }];
      const table = typedFolded ? folded : lawful;
      const best = new Map<string, number>();
      const visit = (rest: string, place: SuffixSlot, worth: number): void => {
        if (!unfinishedSlots.has(place)) {
          const stem = stemShape(rest);
          const kind =
            place === 'word' ? 'whole' : place === 'verb' || place === 'voice' ? 'verb' : 'noun';
          const total = worth - unlikeliness(rest, kind);
          if (total > (best.get(stem) ?? -Infinity)) best.set(stem, total);
        }
        const found = table.get(rest.slice(-1));
        if (!found) return;
        for (const inner of inwards[place]) {
          for (const suffix of found.get(inner) ?? []) {
            if (!rest.endsWith(suffix.text)) continue;
            const before = rest.slice(0, -suffix.text.length);
            if (mayPrecede(before, suffix, typedFolded))
              visit(before + suffix.returns, suffix.to, worth + suffix.worth);
          }
        }
      };
      visit(word, 'word', 0);
      return [...best].map(([stem, worth]) => ({ stem, worth })).sort(likeliestFirst);
    },
    nameStems(word) {
      if (word.length > longest) return [];
      const stems = (lawful.get(word.slice(-1))?.get('case') ?? [])
        .filter(({ to, text }) => to === 'possessive' && word.endsWith(text))
        .filter((suffix) => mayPrecede(word.slice(0, -suffix.text.length), suffix, false))
        .map(({ text }) => word.slice(0, -text.length));
      return [...new Set([...stems, word].map(stemShape))].slice(0, 2);
    },
  };
}

function likeliestFirst(a: Stem, b: Stem): number {
  return b.worth - a.worth || a.stem.length - b.stem.length || (a.stem < b.stem ? -1 : 1);
}

/**
 * Stems of a word whose ending is not complete yet: after removing up to three letters that may be the start of an
 * ending («мәселеле» → «мәселе»).
 */
export function unfinishedStems(word: string, { analyse }: Analyser): string[] {
  const parts = [0, 1, 2, 3]
    .map((cut) => word.slice(0, word.length - cut))
    .filter((part) => part.length > 2);
  return [
    ...new Set(
      parts
        .flatMap((part) => analyse(part).slice(0, 3))
        .filter(({ worth }) => worth > -0.5)
        .map(({ stem }) => stem),
    ),
  ];
}

/** «КСРО-дағы» → «КСРО». `splitWords` leaves only endings after a hyphen. */
export function beforeHyphen(word: string): string {
  return word.replace(/-.*$/u, '');
}
