import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '#outputs/headers.ts';
import { filesIn, keep, type Renewal } from './renewal.ts';

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
const endings = Object.keys(encodings) as Array<keyof typeof encodings>;

/**
 * Puts compressed copies beside the texts of a finished site: `index.html.br`, `index.html.gz`. The same site gives the same
 * bytes. Of texts that were handed on, the copies are handed on too.
 * @returns how many were written
 */
export async function compressTexts(renewal: Pick<Renewal, 'folder' | 'previous' | 'states' | 'kept'>): Promise<number> {
  const { folder, previous, states, kept } = renewal;
  let written = 0;
  // The workers share one iterator: each takes the next file when it has finished its last.
  const queue = filesIn(folder).filter((file) => isCompressible(file.slice(1))).values();
  const work = async () => {
    for (const file of queue) {
      const state = states.get(file);
      const missing = endings.filter((ending) => !(state !== undefined && kept.has(file) && previous.has(`${file}.${ending}`, state)));
      for (const ending of endings) {
        if (state !== undefined) states.set(`${file}.${ending}`, state);
        if (!missing.includes(ending)) keep(renewal, `${file}.${ending}`);
      }
      if (missing.length > 0) written += await compressText(join(folder, file), missing);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return written;
}

/** Puts compressed copies beside one text, where they are smaller than it, in place of older ones.
 * @returns how many were written */
export async function compressText(file: string, wanted = endings): Promise<number> {
  const bytes = await readFile(file);
  let written = 0;
  for (const ending of wanted) {
    const compressed = bytes.length < least ? bytes : await encodings[ending](bytes);
    if (compressed.length < bytes.length) {
      await writeFile(`${file}.${ending}`, compressed);
      written++;
    } else {
      await rm(`${file}.${ending}`, { force: true });
    }
  }
  return written;
}
