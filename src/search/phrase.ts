import type { Engine } from './engine.ts';
import type { Hit, Hits } from './hits.ts';
import { placesOf } from './places.ts';
import type { WordSearch } from './word-search.ts';

/**
 * In this many documents the text itself is checked for the exact words. They are those that the first list shows, so
 * the check downloads nothing that the list does not need.
 */
export const checked = 10;

/** What was found of a phrase. */
export interface PhraseHits {
  readonly hits: Hits;
  /** False when only other forms of the words follow each other in this order. */
  readonly isVerbatim: boolean;
}

/**
 * The documents that contain the words in this order. The index stores words without their endings, so their texts
 * decide whether the words stand there exactly, ignoring case.
 * @returns the documents with the exact words, and those whose texts were not checked; if there are none with the exact
 *   words, those with other forms of them
 */
export async function searchPhrase(
  words: readonly WordSearch[],
  engine: Engine,
): Promise<PhraseHits> {
  let proposed = inOrder(await Promise.all(words.map((word) => word.at('exact'))));
  if (proposed.length === 0)
    proposed = inOrder(await Promise.all(words.map((word) => word.upTo('wider'))));

  const wanted = words.map(({ word }) => plain(word));
  const looked = await Promise.all(
    proposed.slice(0, checked).map(async ([document, hit]): Promise<[number, Hit]> => {
      const { text } = await engine.document(document);
      return [document, { ...hit, positions: standing(wanted, text, hit.positions) }];
    }),
  );
  const verbatim = looked.filter(([, { positions }]) => positions.length > 0);
  const isVerbatim = verbatim.length > 0;
  const found = isVerbatim ? [...verbatim, ...proposed.slice(checked)] : proposed;
  return {
    isVerbatim,
    hits: new Map(
      found.map(([document, { score, positions }]) => [
        document,
        { score, positions: positions.flatMap((start) => wanted.map((_, index) => start + index)) },
      ]),
    ),
  };
}

/** The documents where the words follow each other, best first, with the positions where they begin. */
function inOrder([first, ...others]: readonly Hits[]): Array<[number, Hit]> {
  return [...(first ?? [])]
    .flatMap(([document, { score, positions }]): Array<[number, Hit]> => {
      const sequels = others.map((hits) => new Set(hits.get(document)?.positions));
      const starts = positions.filter((start) =>
        sequels.every((sequel, index) => sequel.has(start + 1 + index)),
      );
      return starts.length > 0
        ? [[document, { score: score * (others.length + 1), positions: starts }]]
        : [];
    })
    .sort(([a, { score }], [b, { score: other }]) => other - score || a - b);
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
