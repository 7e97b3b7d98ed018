import { hashOf } from '#cache/hash.ts';
import { allDocuments } from '#outputs/documents.ts';
import { reuse, type IncrementalBuild, vacate } from './incremental.ts';

/**
 * Writes the changed files that are neither pages nor part of the search index: feeds, data and the like. Reuses the
 * others.
 * @returns how many files were written
 */
export async function writeDocuments(build: IncrementalBuild): Promise<number> {
  const { snapshot, previous, keys, output } = build;
  let written = 0;
  for (const { address, document } of allDocuments(snapshot)) {
    const { input, write } = document();
    const key = hashOf(input);
    keys.set(address, key);
    if (previous.has(address, key)) {
      reuse(build, address);
      continue;
    }
    const content = await write();
    vacate(build, address);
    await output.write(
      address,
      typeof content === 'string' ? content : Uint8Array.from(content).buffer,
    );
    written++;
  }
  await output.allWritten();
  return written;
}
