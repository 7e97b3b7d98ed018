import { firstOf, mustGet } from '#lang/lookup.ts';
import type { Stem } from '#languages/grammar.ts';
import { cleanLetters } from './clean.ts';
import { keyOf } from './fold.ts';
import type { SearchLanguage } from './language.ts';
import { searchLanguage } from './search-language.ts';

/** What is known of the words of the texts besides their letters. */
export interface NameEvidence {
  /** Words that stood inside a sentence with a capital letter, as written. They are read as personal names too. */
  readonly names?: ReadonlySet<string>;
  /** Names with their other grammatical forms, each as its words: the forms of one name, the nominative first. */
  readonly caseForms?: ReadonlyArray<ReadonlyArray<readonly string[]>>;
}

/** Analyses whose worth is lower than the best by more than this are ignored. */
const margin = 1.5;

/** The weight of the other words, compared with the evidence of the word itself. Measured: see README. */
const trust = 1.2;

/** How much less likely than the best a stem may be to get a key of its own. Measured: see README. */
const ambiguous = 0.5;

/** The greatest number of keys at one place. */
const mostKeys = 3;

/**
 * Decides keys by all words of the texts together. If a word can be analysed in several ways («саласында»: сала or
 * сал), the stem that more of the other words share wins. If they do not decide, the word keeps up to three keys. Used
 * for the index only: a query finds either stem.
 * @param words every word of every text in this language; frequency and order do not matter
 * @returns the keys of each of these words, likeliest first, by the word as written
 */
export function settledKeys(
  locale: string,
  words: ReadonlySet<string>,
  { names = new Set(), caseForms = [] }: NameEvidence = {},
): Map<string, readonly string[]> {
  const language = searchLanguage(locale);
  const lower = new Map(Array.from(words, (word) => [word, word.toLowerCase()]));
  const analyses = new Map<string, readonly Stem[]>();
  for (const word of new Set(lower.values())) {
    const stems = language.stems(word);
    analyses.set(
      word,
      stems.filter(({ worth }) => worth >= firstOf(stems).worth - margin),
    );
  }
  const support = supportOf(analyses.values());
  const lowerNames = new Set(Array.from(names, (word) => word.toLowerCase()));
  const keys = new Map<string, readonly string[]>();
  for (const [word, stems] of analyses) {
    const likely = bestOf(stems, support);
    // A word that is nowhere in lower case may be a name at the beginning of a sentence.
    const mayBeName = lowerNames.has(word) || !words.has(word);
    keys.set(
      word,
      keysOf([firstOf(likely), ...(mayBeName ? language.names(word) : []), ...likely.slice(1)]),
    );
  }
  for (const forms of caseForms) unite(forms, keys, language);
  return new Map([...lower].map(([word, known]) => [word, mustGet(keys, known)]));
}

/**
 * How many words have each stem. A word with several stems is divided among them. The shares are added in order of
 * size, so that the order of the texts cannot change the rounding.
 */
function supportOf(analyses: Iterable<readonly Stem[]>): Map<string, number> {
  const shares = new Map<string, number[]>();
  for (const stems of analyses) {
    const total = stems.reduce((sum, { worth }) => sum + Math.exp(worth), 0);
    for (const { stem, worth } of stems) {
      const known = shares.get(stem);
      if (known) known.push(Math.exp(worth) / total);
      else shares.set(stem, [Math.exp(worth) / total]);
    }
  }
  return new Map(
    [...shares].map(([stem, parts]) => [
      stem,
      parts.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0),
    ]),
  );
}

/** The likeliest stem, and those that are nearly as likely, likeliest first. */
function bestOf(stems: readonly Stem[], support: ReadonlyMap<string, number>): string[] {
  if (stems.length === 1) return [firstOf(stems).stem];
  const ranked = stems
    .map(({ stem, worth }) => ({
      stem,
      total: worth + trust * Math.log(mustGet(support, stem)),
    }))
    // For equal totals the grammar's order stands: the sort is stable, and rounding must not decide.
    .sort((a, b) => (Math.abs(b.total - a.total) > 1e-9 ? b.total - a.total : 0));
  const least = firstOf(ranked).total - ambiguous;
  return ranked.filter(({ total }) => total >= least).map(({ stem }) => stem);
}

function keysOf(stems: readonly string[]): readonly string[] {
  return [...new Set(stems.map(keyOf))].slice(0, mostKeys);
}

/** The words of a name get the keys of their other forms, which the registry lists. */
function unite(
  forms: ReadonlyArray<readonly string[]>,
  keys: Map<string, readonly string[]>,
  language: SearchLanguage,
): void {
  const [nominative] = forms;
  const alike = forms.filter(({ length }) => length === nominative?.length);
  for (const index of (nominative ?? []).keys()) {
    const words = alike.map((form) => (form[index] ?? '').toLowerCase());
    const shared = words.map((word) => keys.get(word)?.[0] ?? language.key(cleanLetters(word)));
    for (const word of words) {
      const own = keys.get(word);
      if (own) keys.set(word, [...new Set([...own, ...shared])].slice(0, mostKeys));
    }
  }
}
