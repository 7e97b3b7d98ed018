import type { Locale } from '#lang/locale.ts';
import { placesOf } from './places.ts';
import type { NamesOfRecord, SearchRecord } from './records.ts';
import { splitWords } from './words/split-words.ts';

/** A part of a document with one weight. `words` has the word at each place; undefined where there is none. */
export interface SplitZone {
  readonly weight: number;
  readonly locale: Locale;
  readonly words: ReadonlyArray<string | undefined>;
  /** The words that stand inside a sentence with a capital letter: most of them are names. */
  readonly names?: ReadonlySet<string>;
  /** The names of the zone with their other forms, each as its words. */
  readonly caseForms?: ReadonlyArray<ReadonlyArray<readonly string[]>>;
}

/**
 * The weight of a word by where it occurs, in Pagefind's units (24 is a weight of 1). Names weigh least: a reader who
 * searches for the police wants texts that mention the police, not everything that the police division has published.
 */
const weights = { title: 5 * 24, summary: 2 * 24, body: 24, names: Math.floor(0.4 * 24) };

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** What may stand between two words of a sentence. The start of a text and the end of a line do not match. */
const sameSentence = /^[^.!?…:;\n«»"“”„]+$/u;

/**
 * The text of a document that excerpts are cut from and that the positions of the index refer to. The first line is the
 * title.
 */
export function trueText({ title, summary, body }: SearchRecord): string {
  return [title, ...(summary ? [summary] : []), body].join('\n');
}

/**
 * Splits a record as the index needs it: `trueText`, place by place, then the names. A place without a word separates
 * the zones.
 */
export function recordSplitter(): (record: SearchRecord, locale: Locale) => SplitZone[] {
  // Interns words: each is stored once, and does not keep the text in memory that it was cut from.
  const once = new Map<string, string>();
  const intern = (word: string) => {
    let known = once.get(word);
    if (known === undefined) once.set((known = Buffer.from(word).toString()), known);
    return known;
  };
  const split = (text: string) => {
    const names = new Set<string>();
    let end: number | undefined;
    const words = placesOf(text).map((place) => {
      if (!place) return undefined;
      const word = intern(place.word);
      if (end !== undefined && isCapital(word) && sameSentence.test(text.slice(end, place.start)))
        names.add(word);
      end = place.end;
      return word;
    });
    return { words, names };
  };
  // Cached, because thousands of texts name the same few people and divisions.
  const names = new Map<string, Omit<SplitZone, 'weight' | 'locale'>>();
  const splitNames = ({ text, caseForms = [] }: NamesOfRecord) => {
    const all = [text, ...caseForms.flat()].join('\n');
    let known = names.get(all);
    if (!known) {
      const { words } = split(text);
      known = {
        words,
        names: new Set(words.filter((word) => word !== undefined).filter(isCapital)),
        caseForms: caseForms.map((forms) =>
          forms.map((form) => splitWords(form).map(({ word }) => word)),
        ),
      };
      names.set(all, known);
    }
    return known;
  };
  return (record, locale) => [
    { weight: weights.title, locale, ...split(record.title) },
    ...(record.summary ? [{ weight: weights.summary, locale, ...split(record.summary) }] : []),
    { weight: weights.body, locale, ...split(record.body) },
    ...record.names.map((name) => ({
      weight: weights.names,
      locale: name.locale,
      ...splitNames(name),
    })),
  ];
}
