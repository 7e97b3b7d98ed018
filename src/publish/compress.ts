import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '#outputs/headers.ts';

/** In bytes. What fits into one packet on its way is not worth a file of its own. */
const least = 1400;

/**
 * What servers send instead of a file to those who can unpack it, by the ending of its name.
 * Levels: see `bench/README.md`.
 */
const encodings = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
} as const;

/**
 * Puts compressed copies beside the texts of a finished site: `index.html.br`, `index.html.gz`. The same site gives the same bytes.
 * @returns how many were written
 */
export async function compressTexts(folder: string): Promise<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isCompressible(entry.name.split(sep).join('/')))
    .map(({ parentPath, name }) => join(parentPath, name));
  let written = 0;
  // The workers share one iterator: each takes the next file when it has finished its last.
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      const bytes = await readFile(file);
      if (bytes.length < least) continue;
      for (const [ending, compress] of Object.entries(encodings)) {
        const compressed = await compress(bytes);
        if (compressed.length >= bytes.length) continue;
        await writeFile(`${file}.${ending}`, compressed);
        written++;
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return written;
}
