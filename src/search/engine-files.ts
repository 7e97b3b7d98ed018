import { close, createIndex } from 'pagefind';
import { formatVersion } from './pagefind-index.ts';

/** Pagefind's program for the browser, as it comes out of its indexer. */
export interface EngineFiles {
  /** By name: the script, and the engine for texts that it does not stem. */
  readonly files: ReadonlyMap<'pagefind.js' | 'wasm.unknown.pagefind', Uint8Array>;
  /** What it says of an index: its version, the letters it keeps. */
  readonly entry: EngineEntry;
}

type EngineEntry = Readonly<Record<string, unknown>> & { readonly version: string };

/**
 * Asks Pagefind for its program: it writes it beside every index, also one of a single word.
 * @throws when Pagefind fails, or is not the version whose format `pagefind-index.ts` writes
 */
export async function engineFiles(): Promise<EngineFiles> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    await index.addHTMLFile({ url: '0', content: '<html><body><p>空</p></body></html>' });
    // Not `writeFiles`: it answers before its last files are whole (github.com/Pagefind/pagefind/issues/1271).
    const made = await index.getFiles();
    const content = (name: string) => {
      const file = made.files.find(({ path }) => path === name);
      if (!file) throw new Error(`Pagefind: ${name} is missing; ${made.errors.join('; ')}`);
      return file.content;
    };
    const names = ['pagefind.js', 'wasm.unknown.pagefind'] as const;
    return {
      files: new Map(names.map((name) => [name, content(name)])),
      entry: comparedEntry(content('pagefind-entry.json')),
    };
  } finally {
    await close();
  }
}

/**
 * Reads what Pagefind says of an index.
 * @param bytes of its `pagefind-entry.json`
 * @throws when it comes from a version that our index was not compared with: its program might read that index wrongly
 */
export function comparedEntry(bytes: Uint8Array): EngineEntry {
  const entry = JSON.parse(Buffer.from(bytes).toString('utf8')) as EngineEntry;
  if (entry.version !== formatVersion)
    throw new Error(
      `Pagefind ${entry.version} is installed, but the search index is written for ${formatVersion}. Run "npm ci", or run ` +
        `tests/search/pagefind-index.test.ts with the new version and raise formatVersion in src/search/pagefind-index.ts.`,
    );
  return entry;
}
