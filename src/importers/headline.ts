import type { Paragraph, Root } from 'mdast';
import { everyWriting } from '#languages/writings.ts';
import { readDay } from '#lang/read-day.ts';
import { sentences } from '#lang/sentences.ts';
import type { Locale } from '#lang/locale.ts';
import { readMoment } from '#lang/time.ts';
import { textOf } from './text-of.ts';

const every = everyWriting.map(({ imports }) => imports);

/** What people write before the date of a text. */
const label = new RegExp(
  String.raw`^(?:${every.flatMap(({ dateLabels }) => dateLabels).join('|')})\s*[:—–-]?\s+`,
  'iu',
);
/** What may stand before a date that has its line to itself: a place. */
const place = new RegExp(
  String.raw`^${optional(every.flatMap(({ beforePlace }) => beforePlace))}[\p{Lu}][\p{L}-]+${optional(every.flatMap(({ afterPlace }) => afterPlace))},\s*`,
  'u',
);

/**
 * Takes the date out of the beginning of a text: a line of its own among the first three, a labelled one, or one in ISO
 * 8601 before the first words. A date inside the first sentence is part of it and stays.
 */
export function takeDate(body: Root): { body: Root; date: string | undefined } {
  for (const [index, block] of body.children.slice(0, 3).entries()) {
    if (block.type !== 'paragraph') continue;
    const text = textOf(block).trim();
    const bare = text.replace(label, '');
    const moment = /^\S+/u.exec(bare)?.[0] ?? '';
    const read =
      bare.includes('T') && readMoment(moment)
        ? { day: moment, rest: bare.slice(moment.length) }
        : readDay(bare);
    const alone = read && /^[\s.,;:]*$/u.test(read.rest);
    const before = alone ? read : readDay(bare.replace(place, ''));
    if (alone || (before && /^[\s.]*$/u.test(before.rest)))
      return { body: without(body, index), date: (before ?? read)!.day };
    const leads =
      index === 0 && read && (bare !== text || /^\d{4}-/u.test(bare)) && /^\s/u.test(read.rest);
    if (leads)
      return {
        body: withoutStart(body, text.length - read.rest.trimStart().length),
        date: read.day,
      };
  }
  return { body, date: undefined };
}

function optional(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})?`;
}

function without({ children, ...root }: Root, index: number): Root {
  return { ...root, children: children.toSpliced(index, 1) };
}

/** The tree without the first letters of its first paragraph, which stand in its first text. */
function withoutStart(body: Root, length: number): Root {
  const [first, ...rest] = body.children as [Paragraph, ...Root['children']];
  const [words, ...others] = first.children;
  if (words?.type !== 'text' || words.value.trimStart().length < length) return body;
  return {
    ...body,
    children: [
      {
        ...first,
        children: [{ ...words, value: words.value.trimStart().slice(length) }, ...others],
      },
      ...rest,
    ],
  };
}

/** A line of more letters is no title. */
const longest = 200;

/**
 * Finds the title of a text: its first heading, a first line of its own without a full stop, or else its first sentence,
 * which stays in the text as its lead.
 * @param given what the source calls the title; a first line that says the same is taken out
 */
export function takeTitle(
  body: Root,
  locale: Locale,
  given?: string,
): { body: Root; title: string | undefined } {
  const index = body.children.findIndex((block) => textOf(block).trim());
  const first = body.children[index];
  if (!first) return { body, title: given };
  const text = textOf(first).trim();
  if (given !== undefined)
    return { body: text === given ? without(body, index) : body, title: given };
  const more = body.children.slice(index + 1).some((block) => textOf(block).trim());
  const isLine =
    first.type === 'heading' ||
    (first.type === 'paragraph' &&
      more &&
      text.length <= longest &&
      !/[.:;,…]$/u.test(text) &&
      !first.children.some(({ type }) => type === 'image' || type === 'break'));
  if (isLine) return { body: without(body, index), title: text };
  if (first.type !== 'paragraph' && first.type !== 'blockquote') return { body, title: undefined };
  return {
    body,
    title:
      sentences(text, locale)[0]!
        .trim()
        .replace(/[.…]+$/u, '')
        .trim() || undefined,
  };
}
