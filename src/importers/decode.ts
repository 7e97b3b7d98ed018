import type { ImportNote } from './imported.ts';

/**
 * The text of a file as old programs saved it: UTF-8, UTF-16 with its mark, or Windows' Cyrillic code page, which is
 * taken only where it gives Cyrillic words.
 * @returns undefined where it is no text
 */
export function decodeOld(bytes: Buffer, notes: ImportNote[]): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(decodeAs('utf-16le', bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(decodeAs('utf-16be', bytes));
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return clean(utf8);
  const cyrillic = decodeAs('windows-1251', bytes);
  if (!cyrillic || !/[а-яё]{3}/iu.test(cyrillic) || clean(cyrillic) === undefined) return undefined;
  notes.push({ id: 'old-encoding', params: { encoding: 'Windows-1251' } });
  return clean(cyrillic);
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // A TypeError: other bytes than this encoding has.
  }
}

/** Line ends as `\n`; undefined for what is no text: pictures and archives hold zero bytes. */
function clean(text: string | undefined): string | undefined {
  return text === undefined || text.includes('\0')
    ? undefined
    : text.replaceAll(/\r\n?|\u2028|\u0085/gu, '\n').replaceAll('\u2029', '\n\n');
}
