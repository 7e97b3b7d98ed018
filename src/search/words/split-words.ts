import { languages } from '#languages/languages.ts';

/** A word of a text, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  /** Of its first letter, and of what follows its last: indices into the text as given. */
  readonly start: number;
  readonly end: number;
}

/** Letters, digits, and the marks and joiners that stand inside a word without ending it. */
const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu;

/** What languages write behind a hyphen. Those of all languages: words stand at the same places in every index. */
const endings = Object.values(languages).flatMap(({ joinedEndings }) => joinedEndings);
const hyphens: ReadonlySet<string | undefined> = new Set('-‐‑');
const ending = new RegExp(
  `^[${[...hyphens].join('')}](?:${endings.join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * Splits a text into words, as the index does: words and keys stand at the same positions.
 * A hyphen parts words («азық-түлік»), save one that only joins an ending to an abbreviation («КСРО-дағы»).
 */
export function splitWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  run.lastIndex = 0;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const start = match.index;
    const plainEnd = start + match[0].length;
    // Asked of every word of a site: most are followed by no hyphen.
    const joined = hyphens.has(text[plainEnd])
      ? ending.exec(text.slice(plainEnd, plainEnd + 8))
      : null;
    const end = plainEnd + (joined?.[0].length ?? 0);
    run.lastIndex = end;
    words.push({ word: text.slice(start, end), start, end });
  }
  return words;
}

/** Keys that are letters on a Russian or Kazakh keyboard and punctuation on an English one. */
const typedBlind = /^(?=.*[a-z])(?=.*[;',.[\]`])[a-z0-9;',.[\]`=-]+$/iu;

/**
 * Splits what somebody typed into a search field. As `splitWords`, but what may be Cyrillic typed on an English
 * keyboard stays whole with its punctuation («,fcctqyt» is «бассейне»); `readings` reads it either way.
 */
export function splitQuery(query: string): string[] {
  return query
    .split(/\s+/u)
    .flatMap((chunk) =>
      typedBlind.test(chunk)
        ? chunk.split('-').filter(Boolean)
        : splitWords(chunk).map(({ word }) => word),
    );
}
