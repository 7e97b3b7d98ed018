import { fold } from '#search/words/fold.ts';
import type { Sources, SourceText } from '#site/sources.ts';

/** The shortest stem that tells something, and the letters of it that no public word may begin with. */
const [telling, alike] = [6, 5];

/** Words that only texts say which readers must not see, as the search lists them. Plain. */
export interface HeldWords {
  /** Folded stems, each with the text that it stands in. */
  readonly stems: ReadonlyArray<readonly [stem: string, text: number]>;
  readonly texts: ReadonlyArray<Pick<SourceText, 'file' | 'written'>>;
}

/** A stem counts as leaked only when a held word begins with it and no public one begins alike, for other forms have other endings. */
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

/** @returns where the word of a stem stands; undefined where it is nobody's secret */
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
