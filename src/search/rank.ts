import type { Engine } from './engine.ts';
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
      const share = wanted.size > 0 ? await shareOfTyped(result, wanted, engine) : 0;
      return { ...result, score: result.score * (1 + typedForm * share) };
    }),
  );
  return [...head.sort(byScore), ...results.slice(looked)];
}

/** The share of the words that a document contains as they were typed. */
async function shareOfTyped(
  { document, positions }: Result,
  wanted: ReadonlySet<string>,
  engine: Engine,
): Promise<number> {
  try {
    const places = placesOf((await engine.document(document)).text);
    const present = new Set(positions.map((position) => plain(places[position]?.word ?? '')));
    const folded = new Set([...present].map(fold));
    const shares = [...wanted].map((word) =>
      present.has(word) ? 1 : folded.has(fold(word)) ? withoutLetters : 0,
    );
    return shares.reduce<number>((sum, share) => sum + share, 0) / wanted.size;
  } catch {
    return 0; // The list tells the reader of a text that cannot be downloaded.
  }
}

function byScore(a: Result, b: Result): number {
  return b.score - a.score || a.document - b.document;
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
