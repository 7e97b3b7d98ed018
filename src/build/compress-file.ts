import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** In bytes. What fits into one packet on its way is not worth a file of its own. */
const least = 1400;

/**
 * What servers send instead of a file to those who can unpack it, by the ending of its name.
 * Levels: see `bench/README.md`.
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

export type Ending = keyof typeof encodings;
export const copyEndings = Object.keys(encodings) as Ending[];

/** Puts compressed copies beside a text, where they are smaller than it, in place of older ones: `index.html.br`. The same text gives the same bytes.
 * @returns how many were written */
export function compressFile(file: string, wanted: readonly Ending[] = copyEndings): number {
  const bytes = readFileSync(file);
  let written = 0;
  for (const ending of wanted) {
    const compressed = bytes.length < least ? bytes : encodings[ending](bytes);
    if (compressed.length < bytes.length) {
      writeFileSync(`${file}.${ending}`, compressed);
      written++;
    } else {
      rmSync(`${file}.${ending}`, { force: true });
    }
  }
  return written;
}
