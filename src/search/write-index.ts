import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { buildIndex, endIndexing, type KeyPage } from './build-index.ts';
import { documentTable, packTable } from './pack-table.ts';
import { tableFile } from './document-table.ts';
import { keyPage } from './key-page.ts';
import { type KeyOf, settleKeys } from './settle-keys.ts';
import type { SearchRecord } from './records.ts';
import { restoreTexts } from './restore.ts';
import { vocabularyFiles } from './vocabulary.ts';

/** Pagefind cannot open an index without a page, or a page without a word; no key is written in this letter, so nothing finds it. */
const noPage: KeyPage = { url: '0', html: '<html><body><p>空</p></body></html>' };

/** What all languages share, kept once. */
const script = 'pagefind.js';
const engine = 'wasm.unknown.pagefind';

/**
 * Writes the search of a site: an index for each language, and the program that reads them.
 * @param folder where it is to lie; made if missing
 * @throws when Pagefind fails, or writes otherwise than it did
 */
export async function writeSearch(records: ReadonlyMap<Locale, readonly SearchRecord[]>, folder: string): Promise<void> {
  const keyOf = settleKeys(records);
  mkdirSync(folder, { recursive: true });
  try {
    let finishing = Promise.resolve();
    for (const [locale, ofLocale] of records) {
      const place = join(folder, locale);
      const { pages, keys } = keyPages(locale, ofLocale, keyOf);
      // Pagefind is a program of its own: it indexes a language while the one before is finished here.
      await Promise.all([buildIndex(pages.length > 0 ? pages : [noPage], place), finishing]);
      finishing = finishLanguage(place, ofLocale, keys);
    }
    await finishing;
  } finally {
    await endIndexing();
  }
  for (const locale of records.keys()) shareEngine(join(folder, locale), folder);
}

function keyPages(locale: Locale, records: readonly SearchRecord[], keyOf: KeyOf): { pages: KeyPage[]; keys: ReadonlySet<string> } {
  const keys = new Set<string>();
  const noted: KeyOf = (language, word) => {
    const key = keyOf(language, word);
    keys.add(key);
    return key;
  };
  return { pages: records.map((record, number) => keyPage(record, String(number), locale, noted)), keys };
}

async function finishLanguage(folder: string, records: readonly SearchRecord[], keys: ReadonlySet<string>): Promise<void> {
  const name = await restoreTexts(folder, records);
  writeFileSync(join(folder, 'fragment', name, tableFile), packTable(documentTable(records)));
  mkdirSync(join(folder, 'words'));
  for (const [file, words] of vocabularyFiles(keys)) writeFileSync(join(folder, 'words', file), words);
}

/** Pagefind looks for its engine beside the index, under a name that the index gives: one that leads a folder up. */
function shareEngine(folder: string, shared: string): void {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as { languages: Record<string, { wasm: string | null }> };
  for (const language of Object.values(entry.languages)) language.wasm = `/../../${engine.replace(/\.pagefind$/u, '')}`;
  writeFileSync(entryFile, JSON.stringify(entry));
  for (const file of [script, engine]) renameSync(join(folder, file), join(shared, file));
}
