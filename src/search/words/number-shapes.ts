/**
 * Numbers, sums, phones, times and dates in figures. However one is written, it is one word with one stem, so that every
 * spelling finds every other.
 */
interface Shape {
  /** Matches the whole of it, from its first digit. */
  readonly pattern: RegExp;
  /** Its one spelling, of letters and digits. */
  stem(match: RegExpExecArray): string;
}

const digits = (text: string) => text.replace(/\D/gu, '');
const two = (text: string) => text.padStart(2, '0');

/**
 * The stem of a day, with a letter for each digit: `dcacgadcb` is 2026-03-21. A month is the beginning of it, and so is
 * a year. Pagefind's own indexer takes some words apart at their digits.
 */
export function dayStem(year: string, month = '', day = ''): string {
  const figures = `${year}${month && two(month)}${day && two(day)}`;
  return `d${figures.replace(/\d/gu, (figure) => 'abcdefghij'.charAt(Number(figure)))}`;
}

/** Whether a word is the stem of a day in the years from 1900 to 2099. */
const isDay = /^d(?:bj|ca)[a-j]{6}$/u;

const shapes: readonly Shape[] = [
  // +7 727 000 12 34, 8 (727) 000-12-34, 77270001234; but 77 000 000 000 is a sum
  {
    pattern: /(?!\d{2}(?:\s\d{3}){3}(?!\d))[78](?:[\s()\u2010-\u2013-]{0,2}\d){10}(?!\d)/uy,
    stem: ([text]) => `7${digits(text).slice(1)}`,
  },
  // (727) 000-12-34
  {
    pattern:
      /\d{3}\)?[\s\u2010-\u2013-]{1,2}\d{3}[\s\u2010-\u2013-]\d{2}[\s\u2010-\u2013-]\d{2}(?!\d)/uy,
    stem: ([text]) => `7${digits(text)}`,
  },
  // 25 000, with a space of any width
  {
    pattern: /[1-9]\d{0,2}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)/uy,
    stem: ([text]) => digits(text),
  },
  // 21.03.2026, 21/3/26
  {
    pattern: /(0?[1-9]|[12]\d|3[01])([./])(0?[1-9]|1[0-2])\2((?:19|20)?\d\d)(?![\d/]|\.\d)/uy,
    stem: ([, day = '', , month = '', year = '']) =>
      dayStem(year.length === 2 ? `20${year}` : year, month, day),
  },
  // 2026-03-21
  {
    pattern: /((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])/uy,
    stem: ([, year = '', month = '', day = '']) => dayStem(year, month, day),
  },
  // 254-40-28, 44-40-28
  {
    pattern: /\d{2,3}[\u2010-\u2013-]\d{2}[\u2010-\u2013-]\d{2}(?![\d\u2010-\u2013-])/uy,
    stem: ([text]) => digits(text),
  },
  // 9:00, 18.30
  {
    pattern: /([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:]|\.\d)/uy,
    stem: ([, hour = '', minute = '']) => `t${two(hour)}${minute}`,
  },
];

/** Wi-Fi, e-mail: short Latin words that are written together as well. */
const latinCompound =
  /(?:[a-z]{1,2}[\u2010-\u2011-][a-z]{1,6}|[a-z]{3,6}[\u2010-\u2011-][a-z]{1,2})(?![\p{L}\p{N}])/iuy;

/**
 * The end of the number or Latin compound that begins at a position of a text.
 * @returns undefined where there is only a plain word
 */
export function shapeEnd(text: string, start: number): number | undefined {
  const length = matchAt(text, start)?.length;
  return length === undefined ? undefined : start + length;
}

/**
 * The stem of a word that is a number or a Latin compound; an ending joined to a number is dropped («5-ші»).
 * @returns undefined for any other word
 */
export function shapeStem(word: string): string | undefined {
  if (isDay.test(word)) return word; // As `dayStem` makes it.
  const bare = /^\d/u.test(word) ? word.replace(/[\u2010-\u2011-]\p{L}+$/u, '') : word;
  const match = matchAt(bare, 0);
  if (match?.length === bare.length) return match.stem;
  const plain = bare.normalize('NFKC');
  return /^\d+$/u.test(plain) ? plain : undefined;
}

function matchAt(text: string, start: number): { length: number; stem: string } | undefined {
  const code = text.charCodeAt(start);
  if (code >= 48 && code <= 57) {
    for (const { pattern, stem } of shapes) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match) return { length: match[0].length, stem: stem(match) };
    }
  } else if (code < 128) {
    latinCompound.lastIndex = start;
    const match = latinCompound.exec(text);
    if (match)
      return { length: match[0].length, stem: match[0].replace(/\P{L}/gu, '').toLowerCase() };
  }
  return undefined;
}
