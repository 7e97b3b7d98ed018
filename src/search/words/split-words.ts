import type { Language } from '#languages/language.ts';
import { languages } from '#languages/languages.ts';
import { shapeEnd } from './number-shapes.ts';

/** A word of a text, with its offsets. */
export interface PlacedWord {
  readonly word: string;
  /** `start` is the offset of its first letter, `end` the offset after its last, in the given text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits, with the marks and joiners that do not end a word. Raised digits are a word of their own: article
 * 293¹ is not 2931.
 */
const letter = String.raw`[\p{L}\p{Nd}\p{Nl}\p{M}\u00AD\u200B-\u200D\u2060]`;
/** Marks that stand for a letter inside a word: «o'zbek». Those of all languages, as with the endings below. */
const marks = Object.values<Language>(languages).flatMap(({ typedMarks = [] }) =>
  typedMarks.map(({ mark }) => mark),
);
const run = new RegExp(
  String.raw`[\p{L}\p{Nd}\p{Nl}]${letter}*(?:(?:${marks.join('|')})${letter}*)*|\p{No}\p{M}*`,
  'gu',
);

/**
 * The endings that languages write after a hyphen. Those of all languages are used, because words must have the same
 * positions in every index.
 */
const endings = Object.values(languages).flatMap(({ joinedEndings }) => joinedEndings);
const hyphens: ReadonlySet<string | undefined> = new Set('-‐‑');
const ending = new RegExp(
  `^[${[...hyphens].join('')}](?:${endings.join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * Splits a text into words as the index does, so that words and keys have the same positions.
 * A hyphen separates words («азық-түлік»), unless it only joins an ending to an abbreviation («КСРО-дағы»). A number is one
 * word, whatever is between its digits («25 000»).
 */
export function splitWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  run.lastIndex = 0;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const start = match.index;
    const plainEnd = shapeEnd(text, start) ?? start + match[0].length;
    // A fast test first: it runs for every word of a site, and most have no hyphen after them.
    const joined = hyphens.has(text[plainEnd])
      ? ending.exec(text.slice(plainEnd, plainEnd + 8))
      : null;
    const end = plainEnd + (joined?.[0].length ?? 0);
    run.lastIndex = end;
    words.push({ word: text.slice(start, end), start, end });
  }
  return words;
}

/** Matches text with keys that are letters on a Russian or Kazakh keyboard, but punctuation on an English one. */
const typedBlind = /^(?=.*[a-z])(?=.*[;',.[\]`])[a-z0-9;',.[\]`=-]+$/iu;

/**
 * Splits what a reader typed into a search field. Like `splitWords`, but text that may be Cyrillic typed on an English
 * keyboard keeps its punctuation («,fcctqyt» is «бассейне»); `readings` tries both.
 */
export function splitQuery(query: string): string[] {
  const chunks = query.split(/\s+/u);
  const words: string[] = [];
  let plain: string[] = [];
  const splitPlain = () => {
    words.push(...splitWords(plain.join(' ')).map(({ word }) => word));
    plain = [];
  };
  for (const chunk of chunks) {
    if (!typedBlind.test(chunk)) {
      plain.push(chunk);
      continue;
    }
    splitPlain();
    words.push(...chunk.split('-').filter(Boolean));
  }
  splitPlain();
  return words;
}
