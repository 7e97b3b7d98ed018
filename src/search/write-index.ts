import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './records.ts';

/** Pagefind's ready-made interfaces: ours is `src/browser/`. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./u;

/**
 * Writes the search index of a site, with Pagefind's own script beside it.
 * @param folder where the index is to lie; made if missing
 * @throws when Pagefind refuses a record or cannot write
 */
export async function writeSearchIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    // One after the other: the order in which records arrive decides how Pagefind numbers them, and so the bytes.
    for (const { url, language, content, meta } of records) {
      const added = await index.addCustomRecord({ url, language, content, meta: { ...meta } });
      if (added.errors.length > 0) throw new Error(`Pagefind, ${url}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
    for (const name of readdirSync(folder).filter((name) => unused.test(name))) rmSync(join(folder, name));
  } finally {
    await close();
  }
}
