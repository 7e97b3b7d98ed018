import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** A page for Pagefind: HTML whose words are keys. */
export interface KeyPage {
  readonly url: string;
  readonly html: string;
}

/** Pagefind's own interfaces (ours is `src/browser/`), and its worker: a search takes less time than a message to it. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\./u;

/**
 * Lets Pagefind write its index of a language, with its script and engine beside it.
 * @param folder made if missing
 * @throws when Pagefind refuses a page or cannot write
 */
export async function buildIndex(pages: readonly KeyPage[], folder: string): Promise<void> {
  // A language that Pagefind does not know: it leaves the words, which are keys already, as they are.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  // One after the other: the order in which pages arrive decides how Pagefind numbers them, and so the bytes.
  for (const { url, html } of pages) {
    const added = await index.addHTMLFile({ url, content: html });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${url}: ${added.errors.join('; ')}`);
  }
  // Not `writeFiles`: it answers before its last files are whole (github.com/Pagefind/pagefind/issues/1271).
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Pagefind: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  for (const { path, content } of made.files) {
    if (unused.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Ends Pagefind's program, which waits for further work. */
export async function endIndexing(): Promise<void> {
  await close();
}
