import type { SearchDocument, Engine, WordMatch } from '#search/engine.ts';
import { type DocumentTable, readTable, tableFile } from '#search/document-table.ts';
import { vocabularyFile } from '#search/vocabulary-file.ts';

/** The part of Pagefind's JavaScript API that we use (pagefind.app/docs/api). */
interface Pagefind {
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  /** As our index names the fragments (`search-files.ts`): the name of the index, a slash, the document number. */
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** A search index in the browser, with the table that filters need. */
export interface BrowserEngine extends Engine {
  /** Downloads the table. Call it only after a search has found something, because hits tell the name of its folder. */
  table(): Promise<DocumentTable>;
}

/**
 * Opens the index of a language.
 * @param folder the URL of the search folder, ending in `/`
 */
export async function openIndex(folder: string, locale: string): Promise<BrowserEngine> {
  const { createInstance } = (await import(
    /* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href
  )) as {
    createInstance(options: {
      basePath: string;
      baseUrl: string;
      noWorker: boolean;
      ranking: object;
    }): Pagefind & { init(): Promise<void> };
  };
  // A query takes one or two milliseconds, less than messages to a worker would. And the worker would be a second
  // download of the same program.
  const pagefind = createInstance({
    basePath: `${folder}${locale}/`,
    baseUrl: '/',
    noWorker: true,
    ranking,
  });
  await pagefind.init();
  return browserEngine(pagefind, `${folder}${locale}/`);
}

/** The length of a key means nothing, so the similarity of term and key must not count. */
const ranking = { termSimilarity: 0 };

function browserEngine(pagefind: Pagefind, folder: string): BrowserEngine {
  const asked = new Map<string, Promise<WordMatch[]>>();
  const seen = new Map<number, PagefindResult>();
  const files = new Map<string, Promise<Blob>>();
  let index = '';

  const file = (path: string) => {
    let file = files.get(path);
    if (!file) files.set(path, (file = download(`${folder}${path}`)));
    file.catch(() => files.delete(path)); // A failed download can be retried.
    return file;
  };
  const ask = async (term: string) =>
    (await pagefind.search(term)).results.map((result): WordMatch => {
      const slash = result.id.indexOf('/');
      index = result.id.slice(0, slash);
      const document = Number(result.id.slice(slash + 1));
      seen.set(document, result);
      return { document, score: result.score, positions: result.words };
    });

  return {
    find(term) {
      let answer = asked.get(term);
      if (!answer) asked.set(term, (answer = ask(term)));
      return answer;
    },
    async document(number): Promise<SearchDocument> {
      const { url, content: text, meta } = await seen.get(number)!.data();
      return { url, text, date: meta.date ?? '', topics: meta.topics ?? '' };
    },
    words: async (letter) =>
      (await (await file(`words/${vocabularyFile(letter)}`)).text()).split('\n'),
    table: async () => readTable(await file(`fragment/${index}/${tableFile}`)),
  };
}

async function download(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.blob();
}
