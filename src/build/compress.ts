import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isCompressible } from '#outputs/headers.ts';
import { startWorker } from '#worker.ts';
import { type Ending, copyEndings } from './compress-file.ts';
import { reuse, type IncrementalBuild } from './incremental.ts';

/** A file and the compressed copies that are missing. */
export interface Packing {
  /** Absolute path. */
  readonly file: string;
  readonly missing: readonly Ending[];
}

/**
 * Writes compressed copies next to the text files of a finished site: `index.html.br`, `index.html.gz`. A copy has the
 * key of its text. If a text was reused, its copies are reused too; `build.linker` links them later.
 * @param files of the site, as paths from its root
 * @returns how many copies were written, and the names of all possible copies; a short text has none
 */
export async function compressFiles(
  build: Pick<IncrementalBuild, 'folder' | 'previous' | 'inPlace' | 'keys' | 'reused' | 'linker'>,
  files: Iterable<string>,
): Promise<{ written: number; copies: string[] }> {
  const { folder, previous, keys, reused } = build;
  const packings: Packing[] = [];
  const texts = [...files].filter((file) => isCompressible(file.slice(1)));
  for (const file of texts) {
    const key = keys.get(file);
    const missing = copyEndings.filter(
      (ending) =>
        !(key !== undefined && reused.has(file) && previous.has(`${file}.${ending}`, key)),
    );
    for (const ending of copyEndings) {
      if (key !== undefined) keys.set(`${file}.${ending}`, key);
      if (!missing.includes(ending)) reuse(build, `${file}.${ending}`);
    }
    if (missing.length > 0) packings.push({ file: join(folder, file), missing });
  }
  const threads = Math.min(availableParallelism(), packings.length);
  // Neighbouring files have similar sizes, so dealing them out in turn gives each worker the same amount of work.
  const shares = Array.from({ length: threads }, (_, thread) =>
    packings.filter((__, index) => index % threads === thread),
  );
  const written = await Promise.all(shares.map(pack));
  return {
    written: written.reduce((sum, each) => sum + each, 0),
    copies: texts.flatMap((file) => copyEndings.map((ending) => `${file}.${ending}`)),
  };
}

function pack(packings: readonly Packing[]): Promise<number> {
  return startWorker<readonly Packing[], number>(
    new URL('./compress-worker.ts', import.meta.url),
  ).ask(packings);
}
