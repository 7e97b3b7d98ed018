import { fold } from '#search/words/fold.ts';
import type { Sources, SourceText } from '#site/sources.ts';

/**
 * `telling`: the length of the shortest stem that identifies a word. `alike`: if a public word shares this many
 * first letters with a stem, the stem is not secret.
 */
const [telling, alike] = [6, 5];

/** Words that occur only in hidden texts, in the form in which the search lists them. A plain value. */
export interface HeldWords {
  /** Folded stems, each with the index of the text that contains it. */
  readonly stems: ReadonlyArray<readonly [stem: string, text: number]>;
  readonly texts: ReadonlyArray<Pick<SourceText, 'file' | 'written'>>;
}

/**
 * A stem counts as leaked only if a hidden word begins with it and no public word begins alike. Other forms of a word
 * have other endings.
 */
export function heldWords({ texts }: Sources, wording: Iterable<string>): HeldWords {
  const said = new Set<string>();
  for (const text of wording)
    for (const word of text.toLowerCase().match(words) ?? []) said.add(word);
  const known = new Set(Array.from(said, (word) => fold(word).slice(0, alike)));
  const hidden = texts
    .filter(({ standing }) => standing !== 'public')
    .map(({ file, written }) => ({ file, written }));
  const places = new Map<string, number>();
  for (const [index, { written }] of hidden.entries()) {
    for (const word of wordsOf(written)) {
      if (word.length < telling || known.has(word.slice(0, alike))) continue;
      for (let length = telling; length <= word.length; length++)
        places.set(word.slice(0, length), index);
    }
  }
  return { stems: [...places], texts: hidden };
}

/** @returns a function that finds where the word of a stem occurs, or undefined if the stem is not secret */
export function heldWordFinder({
  stems,
  texts,
}: HeldWords): (stem: string) => { file: string; line: number } | undefined {
  const places = new Map(stems);
  return (stem) => {
    const text = texts[places.get(stem) ?? -1];
    return text && { file: text.file, line: lineOf(text, stem) };
  };
}

function lineOf({ written }: Pick<SourceText, 'written'>, stem: string): number {
  return (
    written.split('\n').findIndex((line) => wordsOf(line).some((word) => word.startsWith(stem))) + 1
  );
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(words) ?? []).map(fold);
}
