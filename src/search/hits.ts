import type { WordMatch } from './engine.ts';

/** The documents that match, by document number. */
export type Hits = ReadonlyMap<number, Hit>;

/** What one document scored, and the positions of the matches in it. */
export interface Hit {
  readonly score: number;
  readonly positions: readonly number[];
}

/**
 * Merges what several readings of one word found. A document gets the score of its best reading.
 * @param weight multiplies every score
 */
export function either(found: ReadonlyArray<readonly WordMatch[]>, weight = 1): Hits {
  return best(
    found
      .flat()
      .map(({ document, score, positions }) => [document, { score: score * weight, positions }]),
  );
}

/** Merges hits of several search steps. A document gets its best score. */
export function eitherOf(hits: readonly Hits[]): Hits {
  return best(hits.flatMap((each) => [...each]));
}

function best(found: ReadonlyArray<readonly [number, Hit]>): Hits {
  const hits = new Map<number, Hit>();
  for (const [document, hit] of found) {
    const other = hits.get(document);
    hits.set(
      document,
      other
        ? {
            score: Math.max(other.score, hit.score),
            positions: [...other.positions, ...hit.positions],
          }
        : hit,
    );
  }
  return hits;
}

/** The documents that match every word; their scores are added. */
export function all(words: readonly Hits[]): Hits {
  const [first, ...others] = [...words].sort((a, b) => a.size - b.size);
  if (!first) return new Map();
  const shared = [...first].filter(([document]) => others.every((hits) => hits.has(document)));
  return new Map(
    shared.map(([document, hit]) => [
      document,
      sum([hit, ...others.map((hits) => hits.get(document)!)]),
    ]),
  );
}

/** One word of a question, for `some`. */
export interface Weighted {
  readonly hits: Hits;
  /** How far the word counts, from 0 to 1. Less than 1 for a word that was read otherwise than it was typed. */
  readonly weight: number;
}

/** A document whose share of the query is below this fraction of the best document's share is not a result. */
const enough = 0.35;

/**
 * The documents that match some of the words. Each word adds its score, which is greater for a rare word; the sum counts
 * in proportion to how much of the query the document contains.
 */
export function some(words: readonly Weighted[]): Hits {
  const everywhere = new Set(words.flatMap(({ hits }) => [...hits.keys()]));
  const share = words.map(
    ({ hits, weight }) => weight * Math.log(1 + everywhere.size / Math.max(1, hits.size)),
  );
  const total = share.reduce((a, b) => a + b, 0) || 1;
  const held = [...everywhere].map((document) => {
    const hits = words.map(({ hits }) => hits.get(document));
    const part = hits.reduce((value, hit, index) => value + (hit ? share[index]! : 0), 0) / total;
    const { score, positions } = sum(
      hits.flatMap((hit, index) =>
        hit ? [{ ...hit, score: hit.score * words[index]!.weight }] : [],
      ),
    );
    return { document, part, score: score * part ** coverage, positions };
  });
  const most = held.reduce((greatest, { part }) => Math.max(greatest, part), 0);
  return new Map(
    held
      .filter(({ part }) => part >= most * enough)
      .map(({ document, score, positions }) => [document, { score, positions }]),
  );
}

/** How much it counts that a document contains more of the query. Measured: see README. */
const coverage = 2;

function sum(hits: readonly Hit[]): Hit {
  return {
    score: hits.reduce((value, { score }) => value + score, 0),
    positions: hits.flatMap(({ positions }) => positions),
  };
}
