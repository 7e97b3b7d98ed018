import { foldedLetters, letterRows } from '#languages/cyrillic/keyboard.ts';
import { cleanLetters } from './clean.ts';
import { fold } from './fold.ts';
import type { SearchLanguage } from './language.ts';

const latinLetters = 'abcdefghijklmnopqrstuvwxyz';

const asTyped = (word: string): string => word;

/** The maximum number of repairs, and how much lower than the best total a repair may be. */
const most = 4;
const margin = 1;

/**
 * Repairs one typing mistake: an extra, missing or wrong letter, or two letters swapped.
 * @param word as typed
 * @param vocabulary the folded stems of the index, from the files that `vocabularyShards` names
 * @returns key prefixes (`stemx`), likeliest first
 */
export function repairs(
  word: string,
  vocabulary: Iterable<string>,
  language: SearchLanguage,
): string[] {
  const typed = cleanLetters(word);
  // A digit is never a slip: another number is another thing.
  if (typed.length < 4 || typed.length > 24 || /\p{N}/u.test(typed)) return [];
  const { spelling = asTyped } = language;
  const known = new Set(vocabulary);
  const possible = beginningsOf(known);
  const found = new Map<string, number>();
  for (const [variant, likelihood] of slips(typed)) {
    if (!possible(fold(spelling(variant)))) continue;
    for (const { stem, worth } of language.looseStems(variant)) {
      if (!known.has(stem)) continue;
      const total = worth + likelihood + 0.5 * Math.min(stem.length, 8);
      if (total > (found.get(stem) ?? -Infinity)) found.set(stem, total);
    }
  }
  const ranked = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked
    .filter(([, total]) => total >= ranked[0]![1] - margin)
    .slice(0, most)
    .map(([stem]) => `${stem}x`);
}

/**
 * Tests by its first letters whether a word can have one of the stems. Most mistakes give words that cannot, so the
 * test avoids analysing them.
 */
function beginningsOf(stems: ReadonlySet<string>): (word: string) => boolean {
  const short = new Set<string>();
  const long = new Set<string>();
  // The end of a stem is ignored, because it changes shape.
  for (const stem of stems) {
    if (stem.length < 6) short.add(stem.slice(0, Math.max(2, stem.length - 2)));
    else long.add(stem.slice(0, 4));
  }
  return (word) =>
    long.has(word.slice(0, 4)) || short.has(word.slice(0, 2)) || short.has(word.slice(0, 3));
}

/** The words that may have been meant, with the likelihood of each mistake. */
function* slips(word: string): Generator<[variant: string, likelihood: number]> {
  const alphabet = /[a-z]/u.test(word) ? latinLetters : foldedLetters;
  for (let at = 0; at <= word.length; at++) {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    for (const missing of alphabet) yield [before + missing + letter + after, 0];
    if (letter === '') continue;
    yield [before + after, letter === word[at - 1] ? 0.8 : 0.3];
    if (after) yield [before + after[0]! + letter + after.slice(1), 0.5];
    for (const meant of alphabet)
      if (meant !== letter)
        yield [before + meant + after, neighbours(letter).includes(meant) ? 0.5 : -0.3];
  }
}

function neighbours(letter: string): string {
  const row = letterRows.findIndex((keys) => keys.includes(letter));
  if (row < 0) return '';
  const place = letterRows[row]!.indexOf(letter);
  return letterRows
    .slice(Math.max(0, row - 1), row + 2)
    .map((keys) => keys.slice(Math.max(0, place - 1), place + 2))
    .join('')
    .replace(letter, '');
}

/**
 * Letters that select the vocabulary files with possible repairs of a word. A stem is in the file of its first letter.
 * The first two letters of the word cover a first letter that is correct, missing, extra, or swapped with the second.
 * The keyboard neighbours of the first letter cover a wrong one.
 */
export function vocabularyShards(
  word: string,
  { spelling = asTyped }: Pick<SearchLanguage, 'spelling'> = {},
): string[] {
  const cleaned = cleanLetters(word);
  const typed = fold(spelling(cleaned)).replace(/[^\p{L}\p{N}]/gu, '');
  const near = Array.from(neighbours(cleaned[0] ?? ''), (letter) => fold(spelling(letter)));
  return [...new Set([...typed.slice(0, 2), ...near.join('')])];
}
