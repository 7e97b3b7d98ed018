/** A text, and the encoding in which it was read. */
export interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

/** The Kazakh letters that KZ-1048 and PT154 have where Windows-1251 has symbols or letters of other languages. */
const kazakhPages: ReadonlyArray<readonly [string, ReadonlyMap<string, string>]> = [
  ['KZ-1048', lettersFor('ЌЋќћЎўЈҐЄЇґєјЅѕї', 'ҚҺқһҰұӘӨҒҮөғәҢңү')],
  ['PT154', lettersFor('ЃЌЋќћ‡‰ЊњѓЄє¤¦±µ', 'ҒҚҺқһҮүҢңғӘәӨҰұө')],
];

function lettersFor(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((letter, index) => [letter, letters[index] ?? letter]));
}

/** The readings of a text whose Kazakh letters Windows-1251 has shown as symbols or letters of other languages. */
export function asKazakh(text: string): Decoded[] {
  return kazakhPages.map(([encoding, letters]) => ({
    encoding,
    text: [...text].map((letter) => letters.get(letter) ?? letter).join(''),
  }));
}

/**
 * How much a text looks like words: common small letters raise the score, capitals and symbols within words lower it.
 */
export function scoreOf(text: string): number {
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  return (
    count(/[оеаинтсрвлыд]/gu) +
    2 * count(/[әғқңөұүһі]/gu) -
    3 * count(/(?<=\p{Ll})\p{Lu}/gu) -
    3 *
      count(
        /(?<=[а-яё])[^\p{L}\p{M}\s\d.,:;!?()«»"'“”„…%/№\-–—\u00A0]|[^\p{L}\p{N}\p{P}\s\u00A0+<>=|№$^~`](?=[а-яё])/gu,
      ) -
    2 * count(/[ђѓљњћџќѕјєїґўҐЃЂЉЊЋЏЌЅЈЄЇЎ\u2500-\u259F\u0080-\u009F]/gu) -
    count(/(?<!\p{L})\p{Ll}\p{Lu}{2,}/gu)
  );
}

/** Repairs a text that was read in a wrong encoding and saved so; undefined when it is sound, or it is not clear. */
export function repairedLetters(text: string): Decoded | undefined {
  // «РџСЂРёРІРµС‚»: the two UTF-8 bytes of each letter were read as two letters.
  if (/(?:[РС][\u0080-\u00BF\u0400-\u045F\u2010-\u2122°±µ·»«]){3}/u.test(text)) {
    const bytes = bytesIn('windows-1251', text);
    const whole = bytes && decodeAs('utf-8', bytes);
    if (whole !== undefined && /[а-яё]{3}/iu.test(whole))
      return { encoding: 'UTF-8 / Windows-1251', text: whole };
  }
  // «Јскерге шаќыру»: old fonts had Kazakh letters in the place of Serbian and Ukrainian ones.
  if (/[әғқңөұүһ]/iu.test(text) || !/[а-яё][ќѕјґї]|[ќѕјґї][а-яё]/iu.test(text)) return undefined;
  const [best] = asKazakh(text)
    .map((one) => ({ ...one, score: scoreOf(one.text) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score > scoreOf(text) && /қ/iu.test(best.text) ? best : undefined;
}

/**
 * Encodes a text in a code page of one byte for each character.
 * @returns undefined when a character is not in this code page
 */
function bytesIn(page: string, text: string): Buffer | undefined {
  const table = new Map(
    [...new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, at) => at))].map(
      (sign, byte) => [sign, byte],
    ),
  );
  const bytes = [...text].map((sign) => table.get(sign));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}

/** Decodes bytes; undefined when they are not valid in the encoding. */
export function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // A TypeError: the bytes are not valid in this encoding.
  }
}

/** A piece of a line whose letters were lost, or read in a wrong encoding. */
export interface BrokenPiece {
  readonly piece: string;
  /** What it said; absent where that cannot be known. */
  readonly corrected?: string | undefined;
}

/** Signs that bytes of one encoding were read in another, and both encodings. */
const misreadings = [
  // «Ïðèâåò»
  {
    sign: /[À-ÖØ-öø-ÿ¨¸]{4,}/u,
    as: 'windows-1252',
    is: 'windows-1251',
    isWhole: false,
  },
  // «ÐŸÑ€Ð¸Ð²ÐµÑ‚»
  {
    sign: /(?:[ÐÑÒÓ][\u0080-\u00BF\u0152-\u0192\u02C6-\u02DC\u2010-\u2122]){3}/u,
    as: 'windows-1252',
    is: 'utf-8',
    isWhole: true,
  },
  // «оПХБЕР, ЛХП»
  {
    sign: /(?<!\p{L})[а-яё][А-ЯЁ]{3,}/u,
    as: 'windows-1251',
    is: 'koi8-r',
    isWhole: true,
  },
] as const;

/** Lost letters: the replacement character, question marks in words, and rows of question marks. */
const lost =
  /[^\s\uFFFD]{0,100}\uFFFD\S*|(?<![^\s«"(])\?*\p{Script=Cyrillic}[\p{Script=Cyrillic}?]*\?(?=\p{Script=Cyrillic})(?!\p{Lu})[\p{Script=Cyrillic}?]*|\?{2,}(?:[\s,.\-–—]+\?{2,})+|\?{5,}/gu;

/** No language has such words. The patterns look at a word again from each of its letters, which would take minutes. */
const longWord = /\S{1000,}/gu;

/**
 * Finds letters in a line that were lost or read in a wrong encoding: `\uFFFD`, «м?дениет», «???? ???», «РџСЂРёРІРµС‚»,
 * «Ïðèâåò», «шаќыру».
 */
export function brokenPieces(written: string): BrokenPiece[] {
  const line = written.replaceAll(longWord, ' ');
  if (/^[\u0000-\u003E\u0040-\u007F]*$/u.test(line)) return [];
  // Most lines have none of these signs, and to look for the whole piece is slow.
  const gone = /[\uFFFD?]/u.test(line)
    ? [...line.matchAll(lost)].map(({ 0: piece }): BrokenPiece => ({ piece }))
    : [];
  if (gone.length > 0) return gone;
  const repaired = repairedLetters(line);
  if (repaired) return [{ piece: line, corrected: repaired.text }];
  for (const { sign, as, is, isWhole } of misreadings) {
    if (!sign.test(line)) continue;
    const pieces = isWhole ? [line] : line.split(/\s+/u).filter((word) => sign.test(word));
    const found = pieces.flatMap((piece): BrokenPiece[] => {
      const bytes = bytesIn(as, piece);
      const corrected = bytes && decodeAs(is, bytes);
      return corrected !== undefined && isBetter(corrected, piece) ? [{ piece, corrected }] : [];
    });
    if (found.length > 0) return found;
  }
  if (!bytesAsLetters.test(line)) return [];
  // Some of its bytes were lost, so it cannot be read any more.
  const pieces = new RegExp(String.raw`\S{0,100}${bytesAsLetters.source}\S*`, 'gu');
  return [...line.matchAll(pieces)].map(({ 0: piece }) => ({ piece }));
}

/** Three letters of UTF-8, whose two bytes each were read as two letters of Windows-1251. */
const bytesAsLetters = /(?:[РС][\u0080-\u00BF\u0402-\u040F\u0452-\u045F\u2018-\u2122°±µ·»«]){3}/u;

function isBetter(corrected: string, piece: string): boolean {
  return /[а-яё]{3}/iu.test(corrected) && scoreOf(corrected) > scoreOf(piece) + 1;
}
