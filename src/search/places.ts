import { splitWords } from './words/split-words.ts';

/** A word of a text, by UTF-16 offsets: `text.slice(start, end)`. */
export interface WordPosition {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The places of a text as the index counts them: each word is one, and each line end is one without a word,
 * so that no phrase runs from a paragraph into the next. What the index finds at position n is `placesOf(text)[n]`.
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
