import { itemAt } from '#lang/lookup.ts';
import type { ImportNote } from './imported.ts';

/**
 * Decodes a text file of an old program: UTF-8, UTF-16, or one of the Cyrillic code pages of Windows, DOS, Unix, the
 * Mac and Kazakhstan, whichever gives words. Also repairs text that was once read in a wrong encoding and saved so.
 * @param notes receives a note that names the old encoding
 * @returns undefined when the file is not text
 */
export function decodeOld(bytes: Buffer, notes: ImportNote[]): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(decodeAs('utf-16le', bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(decodeAs('utf-16be', bytes));
  const wide = wideEncoding(bytes);
  if (wide) return clean(decodeAs(wide, bytes));
  const utf8 = clean(decodeAs('utf-8', bytes));
  const found = utf8 === undefined ? bestOf(bytes) : repaired(utf8);
  if (!found) return utf8;
  notes.push({ id: 'old-encoding', params: { encoding: found.encoding } });
  return clean(found.text);
}

interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

/** Code pages by their WHATWG names and their usual names, the most common first. */
const pages = [
  ['windows-1251', 'Windows-1251'],
  ['koi8-r', 'KOI8-R'],
  ['ibm866', 'CP866'],
  ['iso-8859-5', 'ISO-8859-5'],
  ['x-mac-cyrillic', 'Mac Cyrillic'],
] as const;

/** The Kazakh letters that KZ-1048 and PT154 have where Windows-1251 has symbols or letters of other languages. */
const kazakhPages: ReadonlyArray<readonly [string, ReadonlyMap<string, string>]> = [
  ['KZ-1048', lettersFor('ЌЋќћЎўЈҐЄЇґєјЅѕї', 'ҚҺқһҰұӘӨҒҮөғәҢңү')],
  ['PT154', lettersFor('ЃЌЋќћ‡‰ЊњѓЄє¤¦±µ', 'ҒҚҺқһҮүҢңғӘәӨҰұө')],
];

function lettersFor(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((letter, index) => [letter, itemAt(letters, index)]));
}

function bestOf(bytes: Buffer): Decoded | undefined {
  const decoded = pages.flatMap(([name, encoding]): Decoded[] => {
    const text = decodeAs(name, bytes);
    return text === undefined || text.includes('\0') ? [] : [{ encoding, text }];
  });
  const [windows] = decoded;
  const kazakh = windows?.encoding === 'Windows-1251' ? asKazakh(windows.text) : [];
  const [best] = [...decoded, ...kazakh]
    .map((one) => ({ ...one, score: scoreOf(one.text) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score > 0 && /[а-яё]{3}/iu.test(best.text) ? best : undefined;
}

function asKazakh(text: string): Decoded[] {
  return kazakhPages.map(([encoding, letters]) => ({
    encoding,
    text: [...text].map((letter) => letters.get(letter) ?? letter).join(''),
  }));
}

/**
 * How much a text looks like words: common small letters raise the score, capitals and symbols within words lower it.
 */
function scoreOf(text: string): number {
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
function repaired(text: string): Decoded | undefined {
  // «РџСЂРёРІРµС‚»: the two UTF-8 bytes of each letter were read as two letters.
  if (/(?:[РС][\u0080-\u00BF\u0400-\u045F\u2010-\u2122°±µ·»«]){3}/u.test(text)) {
    const bytes = bytesOfWindows(text);
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
 * Encodes a text in Windows-1251.
 * @returns undefined when a character is not in this code page
 */
function bytesOfWindows(text: string): Buffer | undefined {
  const table = new Map(
    [
      ...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at)),
    ].map((sign, byte) => [sign, byte]),
  );
  const bytes = [...text].map((sign) => table.get(sign));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}

/** Detects UTF-16 without a byte order mark: every other byte is zero or the high byte of the Cyrillic letters. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 2000);
  if (bytes.length < 8 || bytes.length % 2 === 1 || !head.includes(0)) return undefined;
  const share = (from: number) => {
    let high = 0;
    for (let at = from; at < head.length; at += 2) high += head[at] === 0 || head[at] === 4 ? 1 : 0;
    return high / (head.length / 2);
  };
  if (share(1) > 0.9 && share(0) < 0.5) return 'utf-16le';
  return share(0) > 0.9 && share(1) < 0.5 ? 'utf-16be' : undefined;
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // A TypeError: the bytes are not valid in this encoding.
  }
}

/** Converts line ends to `\n`; undefined for binary data: pictures and archives contain zero bytes. */
function clean(text: string | undefined): string | undefined {
  return text === undefined || text.includes('\0')
    ? undefined
    : text.replaceAll(/\r\n?|\u2028|\u0085/gu, '\n').replaceAll('\u2029', '\n\n');
}
