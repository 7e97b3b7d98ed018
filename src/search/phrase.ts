import type { Engine } from './engine.ts';
import type { Hit, Hits } from './hits.ts';
import { placesOf } from './places.ts';
import type { WordSearch } from './word-search.ts';

/**
 * For this many documents the text is checked for the exact words. In documents ranked lower, other forms of the words
 * are accepted.
 */
const checked = 300;

/**
 * The documents that contain the words exactly and in this order, ignoring case. The index stores words without their
 * endings, so it only proposes documents; their texts decide.
 */
export async function searchPhrase(words: readonly WordSearch[], engine: Engine): Promise<Hits> {
  const [first, ...others] = await Promise.all(words.map((word) => word.upTo('wider')));
  const proposed = [...first!].flatMap(([document, { score, positions }]): Array<[number, Hit]> => {
    const sequels = others.map((hits) => new Set(hits.get(document)?.positions));
    const starts = positions.filter((start) =>
      sequels.every((sequel, index) => sequel.has(start + 1 + index)),
    );
    return starts.length > 0
      ? [[document, { score: score * words.length, positions: starts }]]
      : [];
  });
  proposed.sort(([a, { score }], [b, { score: other }]) => other - score || a - b);

  const wanted = words.map(({ word }) => plain(word));
  const looked = await Promise.all(
    proposed.map(async ([document, hit], rank): Promise<[number, Hit]> => {
      const starts =
        rank < checked
          ? standing(wanted, (await engine.document(document)).text, hit.positions)
          : hit.positions;
      return [
        document,
        { ...hit, positions: starts.flatMap((start) => wanted.map((_, index) => start + index)) },
      ];
    }),
  );
  return new Map(looked.filter(([, { positions }]) => positions.length > 0));
}

function standing(wanted: readonly string[], text: string, starts: readonly number[]): number[] {
  const places = placesOf(text);
  return starts.filter((start) =>
    wanted.every((word, index) => word === plain(places[start + index]?.word ?? '')),
  );
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
