import type { Locale } from '#lang/locale.ts';
import { placesOf } from './places.ts';
import type { NamesOfRecord, SearchRecord } from './records.ts';
import { withDays } from './words/days.ts';
import { dayStem } from './words/number-shapes.ts';
import { searchLanguage } from './words/search-language.ts';
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
const weights = {
  title: 5 * 24,
  summary: 2 * 24,
  body: 24,
  names: Math.floor(0.4 * 24),
  /** The names of a division, a person or a topic, on its own page: who asks for it wants that page. */
  entry: 9 * 24,
};

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
  const splitProse = (text: string, locale: Locale, { facets }: SearchRecord) => {
    const { words, names } = split(text);
    const dated = withDays(words, searchLanguage(locale).queryWords, facets.date);
    return { words: dated.map((word) => word && intern(word)), names };
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
    {
      weight: record.facts ? weights.entry : weights.title,
      locale,
      ...splitProse(record.title, locale, record),
    },
    ...(record.summary
      ? [
          {
            weight: record.facts ? weights.entry : weights.summary,
            locale,
            ...splitProse(record.summary, locale, record),
          },
        ]
      : []),
    { weight: weights.body, locale, ...splitProse(record.body, locale, record) },
    ...record.names.map((name) => ({
      weight: weights.names,
      locale: name.locale,
      ...splitNames(name),
    })),
    { weight: weights.names, locale, words: daysOf(record) },
  ];
}

/** When the document was published and when it happens, as words: queries for a day, a month or a year find them. */
function daysOf({ facets, days = [] }: SearchRecord): string[] {
  const all = new Set([...(facets.date ? [facets.date] : []), ...days]);
  return [...all].map((day) => {
    const [year = '', month, date] = day.split('-');
    return dayStem(year, month, date);
  });
}
