import {
  asKazakh,
  type Decoded,
  decodeAs,
  repairedLetters,
  scoreOf,
} from '#languages/cyrillic/broken-letters.ts';
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
  const found = utf8 === undefined ? bestOf(bytes) : repairedLetters(utf8);
  if (!found) return utf8;
  notes.push({ id: 'old-encoding', params: { encoding: found.encoding } });
  return clean(found.text);
}

/** Code pages by their WHATWG names and their usual names, the most common first. */
const pages = [
  ['windows-1251', 'Windows-1251'],
  ['koi8-r', 'KOI8-R'],
  ['ibm866', 'CP866'],
  ['iso-8859-5', 'ISO-8859-5'],
  ['x-mac-cyrillic', 'Mac Cyrillic'],
] as const;

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

/** Converts line ends to `\n`; undefined for binary data: pictures and archives contain zero bytes. */
function clean(text: string | undefined): string | undefined {
  return text === undefined || text.includes('\0')
    ? undefined
    : text.replaceAll(/\r\n?|\u2028|\u0085/gu, '\n').replaceAll('\u2029', '\n\n');
}
