import { fold } from '#search/words/fold.ts';
import type { Sources, SourceText } from '#site/sources.ts';

/** The shortest stem that tells something, and the letters of it that no public word may begin with. */
const [telling, alike] = [6, 5];

/**
 * Words that only texts say which readers must not see, as the search lists them: folded stems.
 * A stem counts as leaked only when a held word begins with it and no public one begins alike, for other forms have other endings.
 * @returns every such stem, and where its word stands; undefined where it is nobody's secret
 */
export function heldWords({ texts }: Sources, wording: Iterable<string>): { readonly stems: readonly string[]; placeOf(stem: string): { file: string; line: number } | undefined } {
  const said = new Set<string>();
  for (const text of wording) for (const word of text.toLowerCase().match(words) ?? []) said.add(word);
  const known = new Set(Array.from(said, (word) => fold(word).slice(0, alike)));
  const places = new Map<string, SourceText>();
  for (const source of texts) {
    if (source.standing === 'public') continue;
    for (const word of wordsOf(source.written)) {
      if (word.length < telling || known.has(word.slice(0, alike))) continue;
      for (let length = telling; length <= word.length; length++) places.set(word.slice(0, length), source);
    }
  }
  return {
    stems: [...places.keys()],
    placeOf(stem) {
      const source = places.get(stem);
      return source && { file: source.file, line: lineOf(source, stem) };
    },
  };
}

function lineOf({ written }: SourceText, stem: string): number {
  return written.split('\n').findIndex((line) => wordsOf(line).some((word) => word.startsWith(stem))) + 1;
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(words) ?? []).map(fold);
}
