import { formatDate } from '#lang/dates.ts';
import { itemAt, mustGet } from '#lang/lookup.ts';
import { parseYaml, type Path } from '#lang/yaml.ts';
import { lists, text as textFields } from '#schema/announcement.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import type { Model } from '#site/model.ts';
import type { SourceText } from '#site/sources.ts';
import { shortest } from './multi-search.ts';
import { border, readLetters } from './letters.ts';

/** A sequence of letters that occurs only in texts hidden from readers, and the place where it occurs. */
export interface Needle {
  readonly letters: string;
  readonly file: string;
  readonly line: number;
}

/**
 * The length in letters of a needle that is cut out of a longer text. A new needle starts every `step` letters, so
 * any forty consecutive characters of a text contain at least one whole needle.
 */
export const length = 28;
const step = 4;

/** Fields that hold prose. Other fields hold ids and moments, which may also occur elsewhere. */
const prose = new Set([
  ...Object.keys(textFields),
  ...Object.values(lists).flatMap(({ text }) => Object.keys(text)),
  'coverCredit',
  'credit',
  'name',
  'shortName',
  'role',
  'portraitAlt',
  'caseForms',
  'aliases',
]);
/** Fields of a removed announcement that are public. */
const published = new Set(['removedReason']);

/**
 * Creates a function that makes needles from a text.
 * @param model supplies the words in which dates are written; any page may contain those
 */
export function needleMaker(model: Model): (text: SourceText) => Needle[] {
  const ofDates = dateWords(model);
  const isTelling = (text: string) => {
    const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
      (word) => !ofDates.has(word.toLowerCase()),
    );
    return words.length > 1 && words.join('').length >= shortest;
  };
  return ({ file, written }) => {
    const needles: Needle[] = [];
    const add = (text: string, line: number) => {
      const lineEnds = lineEndCounter(text);
      for (const sentence of sentencesOf(text)) {
        for (const { letters, at } of stretches(sentence.text)) {
          const place = (letter: number) => ({
            file,
            line: line + lineEnds(sentence.start + itemAt(at, letter)),
          });
          if (letters.length < length) {
            if (letters.length >= shortest && isTelling(sentence.text))
              needles.push({ letters, ...place(0) });
            continue;
          }
          for (let from = 0; from <= letters.length - length; from += step)
            needles.push({ letters: letters.slice(from, from + length), ...place(from) });
        }
      }
    };
    const front = splitFrontMatter(written);
    const yaml = parseYaml(front?.yaml ?? written, front?.yamlLine ?? 1);
    if (!('faults' in yaml))
      for (const { text, path } of proseIn(yaml.value)) add(text, yaml.lineOf(path));
    for (const { text, line } of front ? paragraphs(front.body, front.bodyLine) : [])
      add(text, line);
    return needles;
  };
}

/**
 * Splits a paragraph into sentences, a list into items and a table into cells. No needle crosses from one into the
 * next. Lists and the search put public sentences side by side in an order that no text has, and a needle across two
 * of them would look like a secret.
 */
function* sentencesOf(text: string): Generator<{ text: string; start: number }> {
  let start = 0;
  // One gap after the other, each looked at once: a pattern that tries again from every place takes minutes for a long
  // text of spaces or brackets.
  for (const { 0: gap, index } of text.matchAll(/\s+(?:\|\s*)?|\|\s*/gu)) {
    const end = index + gap.length;
    const isBorder =
      gap.includes('|') || endsSentence(text, index) || (gap.includes('\n') && isItem(text, end));
    if (!isBorder) continue;
    yield { text: text.slice(start, index), start };
    start = end;
  }
  yield { text: text.slice(start), start };
}

/** Whether a sentence ends before an index: at a mark that other marks may follow, such as a bracket. */
function endsSentence(text: string, before: number): boolean {
  for (let at = before - 1; at >= 0; at--) {
    if ('.!?…:;'.includes(text.charAt(at))) return true;
    if (!/\p{P}/u.test(text.charAt(at))) return false;
  }
  return false;
}

/** Whether an item of a list, a quotation or a heading begins at an index. */
function isItem(text: string, at: number): boolean {
  const mark = /[-*+>#]|\d{1,9}[.)]/uy;
  mark.lastIndex = at;
  return mark.test(text);
}

/** Makes a needle of a whole text, such as an address or a file name, without testing what it says. */
export function whole(text: string, file: string, line = 1): Needle[] {
  return stretches(text)
    .filter(({ letters }) => letters.length >= shortest)
    .map(({ letters }) => ({ letters, file, line }));
}

/** The letters of a text, split at its borders, with the index of each letter in the text. */
function stretches(text: string): Array<{ letters: string; at: Int32Array }> {
  const [units, offsets] = [
    new Uint16Array(text.length * 2 + 1),
    new Int32Array(text.length * 2 + 1),
  ];
  const count = readLetters(text, units, offsets);
  const found: Array<{ letters: string; at: Int32Array }> = [];
  for (let from = 0; from < count;) {
    let to = from;
    while (to < count && units[to] !== border) to++;
    if (to > from)
      found.push({
        letters: Array.from(units.subarray(from, to), (unit) => String.fromCharCode(unit)).join(''),
        at: offsets.subarray(from, to),
      });
    from = to + 1;
  }
  return found;
}

function* proseIn(
  value: unknown,
  path: Path = [],
  isProse = false,
): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') {
    if (isProse) yield { text: value, path };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* proseIn(item, [...path, index], isProse);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      if (!published.has(key)) yield* proseIn(item, [...path, key], isProse || prose.has(key));
  }
}

function* paragraphs(body: string, firstLine: number): Generator<{ text: string; line: number }> {
  const lineEnds = lineEndCounter(body);
  for (const { 0: text, index } of body.matchAll(/\S(?:.|\n(?!\s*\n))*/gu))
    yield { text, line: firstLine + lineEnds(index) };
}

/**
 * Creates a function that counts the line ends before an index of a text. It is asked for thousands of indices in rising
 * order, so it goes on from the last one.
 */
function lineEndCounter(text: string): (before: number) => number {
  let [count, counted] = [0, 0];
  return (before) => {
    if (before < counted) [count, counted] = [0, 0];
    for (let at = text.indexOf('\n', counted); at >= 0 && at < before;) {
      count++;
      counted = at + 1;
      at = text.indexOf('\n', counted);
    }
    return count;
  };
}

function dateWords({ site, strings }: Model): Set<string> {
  const dates = site.locales.flatMap((locale) =>
    Array.from({ length: 12 }, (_, month) =>
      formatDate(mustGet(strings, locale), 'UTC', new Date(Date.UTC(2026, month, 15))),
    ),
  );
  return new Set(dates.flatMap((date) => date.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
}
