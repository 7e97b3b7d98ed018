import { splitWords } from './words/split-words.ts';

/** A word of a text, with UTF-16 offsets: `text.slice(start, end)`. */
export interface WordPosition {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The positions of a text as the index counts them. Each word is one position. Each line end is a position without a
 * word, so that no phrase continues from one paragraph to the next. Position n in the index is `placesOf(text)[n]`.
 */
export function placesOf(text: string): Array<WordPosition | undefined> {
  const places: Array<WordPosition | undefined> = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (start > 0) places.push(undefined);
    for (const place of splitWords(line))
      places.push({ word: place.word, start: start + place.start, end: start + place.end });
    start += line.length + 1;
  }
  return places;
}
