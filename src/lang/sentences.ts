import { everyWriting } from '#languages/writings.ts';
import type { Locale } from './locale.ts';

/** From all languages, because press texts in one language quote others. */
const abbreviations = everyWriting.flatMap((writing) => writing.abbreviations);
const abbreviated = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${abbreviations.map((word) => word.replaceAll('.', '\\.')).join('|')})\\.\\s*$`,
  'u',
);
const initial = /(?<![\p{L}\p{N}])\p{Lu}\.\s*$/u;

/**
 * Splits a text into sentences, each with the space that follows it; joined, they are the text again.
 * `Intl.Segmenter` breaks after «г. », after initials and inside «», so these parts are joined again.
 */
export function sentences(text: string, locale: Locale): string[] {
  const joined: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    const last = joined.at(-1);
    if (last !== undefined && goesOn(last, segment)) joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

function goesOn(before: string, after: string): boolean {
  const open = before.split('«').length - before.split('»').length;
  return (
    open > 0 ||
    initial.test(before) ||
    abbreviated.test(before) ||
    /^[\s]*[\p{Ll},;:)»]/u.test(after) ||
    (/[!?…»"]\s*$/u.test(before) && /^\s*[—–-]/u.test(after))
  );
}
