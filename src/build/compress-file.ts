import { readFileSync, rmSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { replaceFile } from '#cache/write-file.ts';

/** In bytes. A smaller file fits into one network packet, so a compressed copy gains nothing. */
const least = 1400;

/**
 * The compressors, by the file ending of the copy. A server sends the copy to clients that accept this encoding. For
 * the choice of levels, see `bench/README.md`.
 */
const encodings = {
  br: (bytes: Buffer) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => gzipSync(bytes, { level: 6 }),
} as const;

/** The file ending of a compressed copy. */
export type Ending = keyof typeof encodings;
/** The endings of all compressed copies. */
export const copyEndings = Object.keys(encodings) as Ending[];

/**
 * Writes compressed copies next to a text file (`index.html.br`), replacing older ones. A copy that is not smaller than
 * the text is left out. The same text always gives the same bytes.
 * @param file absolute
 * @param wanted the endings of the copies to write
 * @returns how many copies were written
 */
export function compressFile(file: string, wanted: readonly Ending[] = copyEndings): number {
  const bytes = readFileSync(file);
  let written = 0;
  for (const ending of wanted) {
    const compressed = bytes.length < least ? bytes : encodings[ending](bytes);
    if (compressed.length < bytes.length) {
      replaceFile(`${file}.${ending}`, compressed);
      written++;
    } else {
      rmSync(`${file}.${ending}`, { force: true });
    }
  }
  return written;
}
