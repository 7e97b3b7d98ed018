import { close, createIndex } from 'pagefind';

/** Pagefind's program for the browser, as it comes out of its indexer. */
export interface EngineFiles {
  /** By name: the script, and the engine for texts that it does not stem. */
  readonly files: ReadonlyMap<'pagefind.js' | 'wasm.unknown.pagefind', Uint8Array>;
  /** What it says of an index: its version, the letters it keeps. */
  readonly entry: Readonly<Record<string, unknown>> & { readonly version: string };
}

/**
 * Asks Pagefind for its program: it writes it beside every index, also one of a single word.
 * @throws when Pagefind fails
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
      entry: JSON.parse(
        Buffer.from(content('pagefind-entry.json')).toString('utf8'),
      ) as EngineFiles['entry'],
    };
  } finally {
    await close();
  }
}
