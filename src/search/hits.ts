import type { WordMatch } from './engine.ts';

/** The documents in which something was found, by number. */
export type Hits = ReadonlyMap<number, Hit>;

export interface Hit {
  readonly score: number;
  readonly positions: readonly number[];
}

/** What several readings of one word found: a document counts by the best of them. */
export function either(found: ReadonlyArray<readonly WordMatch[]>, weight = 1): Hits {
  return best(
    found
      .flat()
      .map(({ document, score, positions }) => [document, { score: score * weight, positions }]),
  );
}

/** What was found before, and what was found further off. */
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

/** The documents that every word was found in; their scores are added. */
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

/** A document that holds less than this of what the best one holds is no answer any more, however many there are. */
const enough = 0.35;

/**
 * The documents that some of the words were found in. What counts first is how much of the question a document holds,
 * and a rare word is more of it than one that most documents have.
 */
export function some(words: readonly Hits[]): Hits {
  const everywhere = new Set(words.flatMap((hits) => [...hits.keys()]));
  const share = words.map((hits) => Math.log(1 + everywhere.size / Math.max(1, hits.size)));
  const total = share.reduce((a, b) => a + b, 0) || 1;
  const held = [...everywhere].map((document) => {
    const hits = words.map((each) => each.get(document));
    const part = hits.reduce((value, hit, index) => value + (hit ? share[index]! : 0), 0) / total;
    return { document, part, ...sum(hits.filter((hit) => hit !== undefined)) };
  });
  const most = held.reduce((greatest, { part }) => Math.max(greatest, part), 0);
  // A score has no upper end, so it is bent below 1: it decides between documents that hold the same words.
  return new Map(
    held
      .filter(({ part }) => part >= most * enough)
      .map(({ document, part, score, positions }) => [
        document,
        { score: part + score / (1 + score) / 100, positions },
      ]),
  );
}

function sum(hits: readonly Hit[]): Hit {
  return {
    score: hits.reduce((value, { score }) => value + score, 0),
    positions: hits.flatMap(({ positions }) => positions),
  };
}
