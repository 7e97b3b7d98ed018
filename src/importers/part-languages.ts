import type { Root, RootContent } from 'mdast';
import { alphabetOf } from '#lang/alphabet.ts';
import { guessLocale } from '#lang/guess-locale.ts';
import { itemAt } from '#lang/lookup.ts';
import { writingOf } from '#languages/writings.ts';
import type { Locale } from '#lang/locale.ts';
import type { Imported } from './imported.ts';
import { textOf } from './text-of.ts';

/** The language of a block with fewer letters than this cannot be detected from the block alone. */
const leastLetters = 25;
/** A language with a smaller share of the text is a quotation, not a second text. */
const leastShare = 0.2;
/** A language with at least this share is not a quotation. */
const muchShare = 0.3;

/** A line that people draw between two texts. */
const isLine = (block: RootContent): boolean =>
  block.type === 'thematicBreak' ||
  (block.type === 'paragraph' &&
    /^(?:[\s—–\-_=*~•.·]|\p{Extended_Pictographic}|\uFE0F)+$/u.test(textOf(block)) &&
    textOf(block).trim().length > 1);

/**
 * Splits a text that says the same in two languages, one after the other or alternating.
 * @returns the text itself when it is in one language; otherwise one text for each, in the order of the site's
 * languages
 */
export function partLanguages(imported: Imported, locales: readonly Locale[]): readonly Imported[] {
  if (imported.locale !== undefined || locales.length < 2) return [imported];
  const { children } = imported.body;
  const told = children.map((block) => languageOf(block, locales));
  const found = locales.filter((locale) => told.includes(locale));
  if (found.length < 2 || !found.every((locale) => hasWeight(children, told, locale)))
    return [imported];
  const turns = told.filter((one, index) => one && one !== told.slice(0, index).findLast(Boolean));
  // A language that appears again is a quotation. In an alternating text, the translation follows every paragraph.
  const isByTurns = turns.length >= 4 && turns.length % found.length === 0;
  if (turns.length > found.length && !isByTurns) {
    const isMuch = found.every((locale) => hasWeight(children, told, locale, muchShare));
    return isMuch
      ? [{ ...imported, notes: [...imported.notes, { id: 'two-languages', params: {} }] }]
      : [imported];
  }
  const full = completed(children, told, isByTurns);
  const titles = titlesOf(imported.title, found, locales);
  return found.map((locale, place): Imported => {
    const body: Root = {
      ...imported.body,
      children: children.filter((block, index) => full[index] === locale && !isLine(block)),
    };
    return {
      ...imported,
      locale,
      title: titles.get(locale),
      body,
      summary:
        imported.summary && guessLocale(imported.summary, locales) === locale
          ? imported.summary
          : undefined,
      notes: place === 0 ? [...imported.notes, { id: 'parted-languages', params: {} }] : [],
      addresses: place === 0 ? imported.addresses : [],
    };
  });
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function languageOf(block: RootContent, locales: readonly Locale[]): Locale | undefined {
  if (block.type === 'code') return undefined;
  const text = textOf(block);
  const own = locales.find((locale) => ownLetters(text, locale) >= 2);
  if (lettersOf(text) < leastLetters && own === undefined) return undefined;
  const guessed = guessLocale(text, locales);
  if (guessed === undefined) return undefined;
  // A Russian sentence with Kazakh names is Russian: its short words show it.
  const others = locales.filter((locale) => locale !== guessed);
  const other = guessLocale(text, others);
  return other !== undefined &&
    ownLetters(text, guessed) > 0 &&
    shortWords(text, other) >= 2 &&
    shortWords(text, guessed) === 0
    ? other
    : guessed;
}

/** The number of letters that no other language of the same script has. */
function ownLetters(text: string, locale: Locale): number {
  const own = alphabetOf(locale)?.own;
  return own ? text.split(own).length - 1 : 0;
}

function shortWords(text: string, locale: Locale): number {
  const words = writingOf(locale)?.imports.shortWords ?? [];
  if (words.length === 0) return 0;
  const form = new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu');
  return text.match(form)?.length ?? 0;
}

function hasWeight(
  blocks: readonly RootContent[],
  told: ReadonlyArray<Locale | undefined>,
  locale: Locale,
  share = leastShare,
): boolean {
  const count = (of: (index: number) => boolean) =>
    blocks.reduce((sum, block, index) => sum + (of(index) ? lettersOf(textOf(block)) : 0), 0);
  const own = count((index) => told[index] === locale);
  return own >= leastLetters && own >= share * count((index) => told[index] !== undefined);
}

/** The language of every block. Short blocks get the language of their neighbours. */
function completed(
  blocks: readonly RootContent[],
  told: ReadonlyArray<Locale | undefined>,
  isByTurns: boolean,
): Array<Locale | undefined> {
  const full = [...told];
  for (let index = 0; index < full.length; index++) {
    if (full[index] !== undefined) continue;
    const before = full.slice(0, index).findLast(Boolean);
    const after = told.slice(index).find(Boolean);
    full[index] = isByTurns
      ? (byLetters(index, [...new Set(told.filter((one) => one !== undefined))]) ?? before ?? after)
      : before === after
        ? before
        : between(index);
  }
  return full;

  /** The language of a block between two languages. */
  function between(index: number): Locale | undefined {
    const before = full.slice(0, index).findLast(Boolean);
    const after = told.slice(index).find(Boolean);
    if (before === undefined || after === undefined) return before ?? after;
    const next = index + told.slice(index).findIndex(Boolean);
    const last = told.slice(0, index).findLastIndex(Boolean);
    const line = blocks.findIndex((block, at) => at > last && at < next && isLine(block));
    if (line >= 0) return index <= line ? before : after;
    return lettersOf(textOf(itemAt(blocks, index))) === 0
      ? before
      : (byLetters(index, [before, after]) ?? after);
  }

  /** Text without the letters that only one of the languages has belongs to the other language. */
  function byLetters(index: number, locales: readonly Locale[]): Locale | undefined {
    const text = textOf(itemAt(blocks, index));
    const withOwn = locales.find((locale) => alphabetOf(locale)?.own !== undefined);
    if (withOwn === undefined || lettersOf(text) === 0) return undefined;
    return ownLetters(text, withOwn) > 0 ? withOwn : locales.find((locale) => locale !== withOwn);
  }
}

/** The titles: «Көпір ашылды / Открыт мост» has one for each language; a single title belongs to its own language. */
function titlesOf(
  title: string | undefined,
  found: readonly Locale[],
  locales: readonly Locale[],
): Map<Locale, string> {
  if (title === undefined) return new Map();
  const parts = title.split(/\s*[/|]\s*|\s+[—–]\s+/u).filter(Boolean);
  const told = parts.map((part) => guessLocale(part, locales));
  if (parts.length === found.length && new Set(told).size === parts.length)
    return new Map(parts.map((part, index) => [told[index] ?? itemAt(found, index), part]));
  const own = guessLocale(title, locales);
  return new Map(own === undefined ? [] : [[own, title]]);
}
