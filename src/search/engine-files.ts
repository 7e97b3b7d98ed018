import { close, createIndex } from 'pagefind';
import { formatVersion } from './pagefind-index.ts';

/** Pagefind's browser program, as its indexer produces it. */
export interface EngineFiles {
  /** By file name: the script, and the engine for languages that Pagefind does not stem. */
  readonly files: ReadonlyMap<'pagefind.js' | 'wasm.unknown.pagefind', Uint8Array>;
  /** What Pagefind's entry file says about an index: the version, and the characters that it keeps. */
  readonly entry: EngineEntry;
}

type EngineEntry = Readonly<Record<string, unknown>> & { readonly version: string };

/**
 * Goes before Pagefind's script, which has no setting for it: the page gives it the function that downloads files, so
 * that no failure is lost.
 */
const downloadWith = Buffer.from(
  'let fetch = globalThis.fetch; export const downloadWith = (own) => void (fetch = own);\n',
);

/**
 * Gets the browser program from Pagefind. Pagefind writes it next to every index, so we build an index of one word.
 * @throws {Error} when Pagefind fails, or when it is not the version whose format `pagefind-index.ts` writes
 */
export async function engineFiles(): Promise<EngineFiles> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    await index.addHTMLFile({ url: '0', content: '<html><body><p>空</p></body></html>' });
    // Not `writeFiles`: it resolves before its last files are complete (github.com/Pagefind/pagefind/issues/1271).
    const made = await index.getFiles();
    const content = (name: string) => {
      const file = made.files.find(({ path }) => path === name);
      if (!file) throw new Error(`Pagefind: ${name} is missing; ${made.errors.join('; ')}`);
      return file.content;
    };
    const names = ['pagefind.js', 'wasm.unknown.pagefind'] as const;
    return {
      files: new Map([
        [names[0], Buffer.concat([downloadWith, content(names[0])])],
        [names[1], content(names[1])],
      ]),
      entry: comparedEntry(content('pagefind-entry.json')),
    };
  } finally {
    await close();
  }
}

/**
 * Reads Pagefind's entry file.
 * @param bytes the content of `pagefind-entry.json`
 * @throws {Error} when its version is not the one our index was compared with: that program might misread the index
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
