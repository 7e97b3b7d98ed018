import { type DocumentTable, readTable, tableFile } from '#search/document-table.ts';
import type { Engine, Fact, SearchDocument, WordMatch } from '#search/engine.ts';
import { endOfFile, vocabularyFile } from '#search/vocabulary-file.ts';
import { download, DownloadError, gunzipped, jsonIn, unpacked } from './download.ts';

/** The part of Pagefind's JavaScript API that we use (pagefind.app/docs/api), and what `engine-files.ts` adds to it. */
interface Program {
  createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: object;
  }): Pagefind;
  downloadWith(fetch: (address: string) => Promise<Response>): void;
}

interface Pagefind {
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  /** As our index names the fragments (`search-files.ts`): the name of the index, a slash, the document number. */
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
}

/** The content of a fragment, as `search-files.ts` writes it. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** A search index in the browser, with the table that filters need. */
export interface BrowserEngine extends Engine {
  table(): Promise<DocumentTable>;
  /** The documents from this number on are other pages than announcements. */
  readonly announcements: number;
}

/** The length of a key means nothing, so the similarity of term and key must not count. */
const ranking = { termSimilarity: 0 };

/**
 * Opens the index of a language. Pagefind's script loses errors: it goes on without its list of pages, and takes a part
 * of the index that did not come for an empty one. So every file is downloaded and checked here, and handed to Pagefind.
 * @param folder the URL of the search folder, ending in `/`
 * @throws {DownloadError} when a file cannot be downloaded or is damaged
 */
export async function openIndex(folder: string, locale: string): Promise<BrowserEngine> {
  const own = `${folder}${locale}/`;
  const engineFile = download(`${folder}wasm.unknown.pagefind`, unpacked);
  const entryFile = download(`${own}pagefind-entry.json`, readEntry, 'no-cache');
  const metaFile = entryFile.then(({ name }) =>
    download(`${own}pagefind.unknown_${name}.pf_meta`, unpacked),
  );
  const [program, engine, entry, meta] = await Promise.all([
    loadProgram(folder),
    engineFile,
    entryFile,
    metaFile,
  ]);

  const failed: DownloadError[] = [];
  suppliers.set(own, async (path) => {
    if (path.startsWith('pagefind-entry.json')) return entry.bytes;
    if (path.endsWith('.pf_meta')) return meta;
    if (path.endsWith('wasm.unknown.pagefind')) return engine;
    try {
      return await download(`${own}${path}`, unpacked);
    } catch (error) {
      failed.push(error as DownloadError);
      throw error;
    }
  });
  program.downloadWith(supply);
  // A query takes one or two milliseconds, less than messages to a worker would. And the worker would be a second
  // download of the same program.
  const pagefind = program.createInstance({ basePath: own, baseUrl: '/', noWorker: true, ranking });
  await pagefind.init();
  return browserEngine(pagefind, own, entry, failed);
}

/**
 * The bytes that each open index gives to Pagefind, by the URL of its folder. The names of all its files begin with it,
 * that of the shared engine too: see `search-files.ts`.
 */
const suppliers = new Map<string, (path: string) => Promise<Uint8Array<ArrayBuffer>>>();

async function supply(address: string): Promise<Response> {
  const [folder, supplier] = [...suppliers].find(([each]) => address.startsWith(each)) ?? [];
  if (!folder || !supplier) throw new DownloadError('server', address);
  return new Response(await supplier(address.slice(folder.length)));
}

/** How often loading the script has failed. Some browsers remember a script that failed by its URL. */
let failures = 0;

async function loadProgram(folder: string): Promise<Program> {
  const address = new URL(`${folder}pagefind.js`, location.href);
  const load = async () => {
    if (failures > 0) address.search = `?try=${failures}`;
    return (await import(/* @vite-ignore */ address.href)) as Program;
  };
  try {
    return await load();
  } catch {
    failures++;
    // `import` does not tell why it failed. A download does, and may bring what a bad connection did not.
    await download(address.href, () => undefined, 'reload');
    return load().catch(() => {
      throw new DownloadError('damaged', address.href);
    });
  }
}

/** @throws {Error} when this is not the entry file of an index */
function readEntry(bytes: Uint8Array<ArrayBuffer>): {
  name: string;
  announcements: number;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const { announcements, languages } = JSON.parse(new TextDecoder().decode(bytes)) as {
    announcements: number;
    languages: { unknown: { hash: string } };
  };
  return { name: languages.unknown.hash.replace('unknown_', ''), announcements, bytes };
}

/**
 * @throws {Error} when these are not lines of folded letters up to the last: some networks answer everything with a page
 *   of their own
 */
function readWords(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const end = lines.pop();
  if (end !== endOfFile || !lines.every((line) => /^[\p{Ll}\p{Nd}]*$/u.test(line)))
    throw new Error('Not a file of the vocabulary');
  return lines;
}

function browserEngine(
  pagefind: Pagefind,
  folder: string,
  { name: index, announcements }: { readonly name: string; readonly announcements: number },
  failed: readonly DownloadError[],
): BrowserEngine {
  const asked = new Map<string, Promise<WordMatch[]>>();
  const documents = new Map<number, Promise<SearchDocument>>();
  const words = new Map<string, Promise<string[]>>();
  const tables = new Map<string, Promise<DocumentTable>>();

  const ask = async (term: string) => {
    const before = failed.length;
    const { results } = await pagefind.search(term);
    // Of a part that did not come, Pagefind says that it contains nothing.
    if (failed.length > before) throw failed.at(-1)!;
    return results.map(({ id, score, words: positions }): WordMatch => {
      return { document: Number(id.slice(id.indexOf('/') + 1)), score, positions };
    });
  };
  const read = async (number: number): Promise<SearchDocument> => {
    const { url, content, meta } = await download(
      `${folder}fragment/${index}/${number}.pf_fragment`,
      async (bytes) => jsonIn<Fragment>(await unpacked(bytes)),
    );
    return {
      url,
      text: content,
      date: meta.date ?? '',
      topics: meta.topics ?? '',
      names: meta.names,
      facts: meta.facts === undefined ? undefined : (JSON.parse(meta.facts) as Fact[]),
    };
  };

  return {
    announcements,
    find: (term) => kept(asked, term, () => ask(term)),
    document: (number) => kept(documents, number, () => read(number)),
    words: (letter) => {
      const file = `${folder}words/${vocabularyFile(letter)}`;
      return kept(words, file, () => download(file, readWords));
    },
    table: () => {
      const file = `${folder}fragment/${index}/${tableFile}`;
      return kept(tables, file, () =>
        download(file, async (bytes) => readTable(await gunzipped(bytes))),
      );
    },
  };
}

/** Caches a load. A failed load is removed, so it can be retried: the connection of a phone comes and goes. */
export function kept<Key, Value>(
  loads: Map<Key, Promise<Value>>,
  key: Key,
  load: () => Promise<Value>,
): Promise<Value> {
  let loading = loads.get(key);
  if (!loading) {
    loading = load();
    loads.set(key, loading);
    loading.catch(() => loads.delete(key));
  }
  return loading;
}
