import type { Engine, SearchDocument } from './engine.ts';
import type { Hits } from './hits.ts';
import { placesOf } from './places.ts';
import { fold } from './words/fold.ts';

/** A document that answers a query. */
export interface Result {
  readonly document: number;
  readonly score: number;
  /** The positions to highlight. */
  readonly positions: readonly number[];
  /** True when the document contains only a part of the query. */
  readonly partial?: boolean;
}

/**
 * The texts of this many documents are read for the typed forms. They are those that the first list shows, so this
 * downloads nothing that the list does not need.
 */
const looked = 10;

/** How much more a document counts that contains all words exactly as they were typed. Measured: see README. */
const typedForm = 1;

/** How much more the page of a division, a person or the press office counts when the query is its name. */
const asked = 8;

/** How much of a name the query must contain to be that name: «полиция» alone is no department. */
const enoughOfName = 0.6;

/** How far a form counts as the typed one when it differs in letters that keyboards lack («кала» for «қала»). */
const withoutLetters = 0.8;

/** How much more the newest document counts; for older ones, it is less and less. This decides only near ties. */
const newest = 0.03;
/** The document with this number counts half as much more. */
const half = 50;

/**
 * Orders hits: by score; among documents of similar score, those first that contain the very forms that were typed, and
 * the newer ones.
 */
export async function ranked(
  hits: Hits,
  words: readonly string[],
  engine: Engine,
): Promise<Result[]> {
  const results = [...hits]
    .map(([document, { score, positions }]) => ({
      document,
      score: score * (1 + newest / (1 + document / half)),
      positions,
    }))
    .sort(byScore);
  const wanted = new Set(words.map(plain));
  const head = await Promise.all(
    results.slice(0, looked).map(async (result) => {
      const document = await engine.document(result.document).catch(() => undefined);
      // The list tells the reader of a text that cannot be downloaded.
      if (!document) return result;
      const share = wanted.size > 0 ? shareOfTyped(result, document, wanted) : 0;
      const name = document.facts && isNamed(result, document) ? asked : 1;
      return { ...result, score: result.score * name * (1 + typedForm * share) };
    }),
  );
  return [...head.sort(byScore), ...results.slice(looked)];
}

/** The share of the words that a document contains as they were typed. */
function shareOfTyped(
  { positions }: Result,
  { text }: SearchDocument,
  wanted: ReadonlySet<string>,
): number {
  const places = placesOf(text);
  const present = new Set(positions.map((position) => plain(places[position]?.word ?? '')));
  const folded = new Set([...present].map(fold));
  const shares = [...wanted].map((word) =>
    present.has(word) ? 1 : folded.has(fold(word)) ? withoutLetters : 0,
  );
  return shares.reduce<number>((sum, share) => sum + share, 0) / wanted.size;
}

/** Whether the matches make up one of the names, which are the lines of the text before the facts. */
function isNamed({ positions }: Result, { text, facts = [] }: SearchDocument): boolean {
  const matched = new Set(positions);
  const names = text.split('\n').slice(0, -Math.max(1, facts.length));
  let start = 0;
  return names.some((name) => {
    const { length } = placesOf(name);
    const hits = Array.from({ length }, (_, index) => start + index);
    start += length + 1;
    const share = hits.filter((position) => matched.has(position)).length / Math.max(1, length);
    return share >= enoughOfName;
  });
}

function byScore(a: Result, b: Result): number {
  return b.score - a.score || a.document - b.document;
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
