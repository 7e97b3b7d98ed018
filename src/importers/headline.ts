import type { Paragraph, Root, RootContent } from 'mdast';
import { firstOf } from '#lang/lookup.ts';
import { everyWriting } from '#languages/writings.ts';
import { readDay } from '#lang/read-day.ts';
import { sentences } from '#lang/sentences.ts';
import type { Locale } from '#lang/locale.ts';
import { readMoment } from '#lang/time.ts';
import { textOf } from './text-of.ts';

const every = everyWriting.map(({ imports }) => imports);

/** The words that people write before the date of a text. */
const label = new RegExp(
  String.raw`^(?:${every.flatMap(({ dateLabels }) => dateLabels).join('|')})\s*[:—–-]?\s+`,
  'iu',
);
const placeName = String.raw`${optional(every.flatMap(({ beforePlace }) => beforePlace))}[\p{Lu}][\p{L}-]+${optional(every.flatMap(({ afterPlace }) => afterPlace))}`;
/** A place, which may precede a date that has its own line. */
const place = new RegExp(String.raw`^${placeName}\s*,?\s*(?=[«"“\d\p{L}])`, 'u');
/** A place, or the number of the document, which may follow such a date. */
const behind = new RegExp(
  String.raw`^[\s,;–—-]*(?<said>${placeName}|(?:№|N)\s*[\p{L}\d/-]+)[\s.]*$`,
  'u',
);

/** The result of `takeDate`. */
export interface TakenDate {
  readonly body: Root;
  /** A day, a moment, or a time without a zone, which is in the site's time zone. */
  readonly date: string | undefined;
  /** The rest of the date's line, which was removed with it. */
  readonly beside?: string | undefined;
}

/**
 * Removes the date from the beginning of a text: a separate line among the first four, a labelled date, or a date in
 * ISO 8601 before the first words. A date within the first sentence is part of the sentence and stays.
 */
export function takeDate(body: Root): TakenDate {
  for (const [index, block] of body.children.slice(0, 4).entries()) {
    if (block.type !== 'paragraph') continue;
    const text = textOf(block).trim();
    const bare = text.replace(label, '');
    const moment = /^\S+/u.exec(bare)?.[0] ?? '';
    const read =
      bare.includes('T') && readMoment(moment)
        ? { day: moment, rest: bare.slice(moment.length) }
        : readDay(bare);
    for (const line of [read, readDay(bare.replace(place, ''))]) {
      if (!line) continue;
      const number = behind.exec(line.rest)?.groups?.said;
      if (!/^[\s.,;:]*$/u.test(line.rest) && number === undefined) continue;
      const isNumber = /^(?:№|N)/u.test(number ?? '');
      return {
        body: without(body, index),
        date: dateOf(line),
        beside: isNumber ? number : undefined,
      };
    }
    const leads =
      index === 0 && read && (bare !== text || /^\d{4}-/u.test(bare)) && /^\s/u.test(read.rest);
    if (leads)
      return {
        body: withoutStart(body, text.length - read.rest.trimStart().length),
        date: dateOf(read),
      };
  }
  return { body, date: undefined };
}

function optional(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})?`;
}

function dateOf({ day, time }: { readonly day: string; readonly time?: string | undefined }) {
  return time === undefined ? day : `${day}T${time}`;
}

function without({ children, ...root }: Root, index: number): Root {
  return { ...root, children: children.toSpliced(index, 1) };
}

/** The tree without the first `length` characters of its first paragraph, which must be in its first text node. */
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

/** A line with more characters than this is not a title. */
const longest = 200;

/**
 * Finds the title of a text: its first heading, a separate first line without a full stop, or else its first sentence,
 * which also stays in the text as its lead.
 * @param given the title in the source; a first line with the same words is removed
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
  const isBold = isAllBold(first);
  const isLine =
    first.type === 'heading' ||
    (isBold && more && text.length <= longest) ||
    (first.type === 'paragraph' &&
      more &&
      text.length <= longest &&
      !/[.:;,…]$/u.test(text) &&
      !first.children.some(({ type }) => type === 'image' || type === 'break'));
  if (isLine) {
    const rest = without(body, index);
    const next = rest.children[index];
    // A title on two lines: the second line continues in lower case and has the same style.
    const goesOn =
      next !== undefined &&
      (isBold ? isAllBold(next) : next.type === first.type && first.type === 'heading') &&
      /^\p{Ll}/u.test(textOf(next).trim()) &&
      !/[.!?…:]$/u.test(text);
    return goesOn
      ? { body: without(rest, index), title: `${text} ${textOf(next).trim()}` }
      : { body: rest, title: text };
  }
  if (first.type !== 'paragraph' && first.type !== 'blockquote') return { body, title: undefined };
  return {
    body,
    title:
      firstOf(sentences(text, locale))
        .trim()
        .replace(/[.…]+$/u, '')
        .trim() || undefined,
  };
}

/** Whether a paragraph is entirely bold. */
function isAllBold(block: RootContent): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.some((child) => child.type === 'strong') &&
    block.children.every(
      (child) =>
        child.type === 'strong' ||
        child.type === 'break' ||
        (child.type === 'text' && !child.value.trim()),
    )
  );
}
