import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { byCode } from '#lang/sort.ts';
import type { SearchRecord } from './records.ts';

/** Pagefind's ready-made interfaces: ours is `src/browser/`. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./u;

/**
 * Writes the search index of a site, with Pagefind's own script beside it.
 * @param folder where the index is to lie; made if missing
 * @throws when Pagefind refuses a record, or the disk a file
 */
export async function writeSearchIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  const entries: Entry[] = [];
  try {
    // One language after the other: Pagefind needs some 170 KB of memory for each text that it has at hand.
    for (const language of languagesOf(records)) {
      for (const { path, content } of await makeIndex(language)) {
        if (path === entryFile) entries.push(JSON.parse(Buffer.from(content).toString()) as Entry);
        else if (!unused.test(path)) write(join(folder, path), content);
      }
    }
  } finally {
    await close();
  }
  const languages = Object.fromEntries(entries.flatMap((entry) => Object.entries(entry.languages)).sort(([a], [b]) => byCode(a, b)));
  write(join(folder, entryFile), JSON.stringify({ ...entries[0], languages }));
}

/** Where Pagefind's script learns which languages there are and where their indexes lie. */
const entryFile = 'pagefind-entry.json';
interface Entry {
  readonly languages: Readonly<Record<string, unknown>>;
}

/** The records of each language; of a site without texts, a single group of none, so that its search still answers. */
function languagesOf(records: readonly SearchRecord[]): Array<readonly SearchRecord[]> {
  return records.length === 0 ? [[]] : [...Map.groupBy(records, ({ language }) => language).values()];
}

async function makeIndex(records: readonly SearchRecord[]): Promise<ReadonlyArray<{ readonly path: string; readonly content: Uint8Array }>> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  // One after the other: the order in which records arrive decides how Pagefind numbers them, and so the bytes.
  for (const { url, language, content, meta } of records) {
    const added = await index.addCustomRecord({ url, language, content, meta: { ...meta } });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${url}: ${added.errors.join('; ')}`);
  }
  // Not `writeFiles`: it answers before its last files are whole (github.com/Pagefind/pagefind/issues/1271).
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Pagefind: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  return made.files;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
