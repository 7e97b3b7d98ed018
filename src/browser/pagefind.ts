import type { SearchDocument, Engine, WordMatch } from '#search/engine.ts';
import { type DocumentTable, readTable, tableFile } from '#search/document-table.ts';
import { vocabularyFile } from '#search/vocabulary-file.ts';

/** What of Pagefind's JavaScript we use (pagefind.app/docs/api). */
interface Pagefind {
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  /** As `restoreTexts` has named it: the index, a slash, the number of the document. */
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** An index in the browser, with what filters need. */
export interface BrowserEngine extends Engine {
  /** To be asked for after something was found. */
  table(): Promise<DocumentTable>;
}

/**
 * Opens the index of a language.
 * @param folder the address of the search, ending in `/`
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
  // A question takes a millisecond or two, less than a worker's messages; and the worker would be the same program once more to download.
  const pagefind = createInstance({
    basePath: `${folder}${locale}/`,
    baseUrl: '/',
    noWorker: true,
    ranking,
  });
  await pagefind.init();
  return browserEngine(pagefind, `${folder}${locale}/`);
}

/** Keys differ in length by chance, so the likeness of term and word says nothing. */
const ranking = { termSimilarity: 0 };

function browserEngine(pagefind: Pagefind, folder: string): BrowserEngine {
  const asked = new Map<string, Promise<WordMatch[]>>();
  const seen = new Map<number, PagefindResult>();
  const files = new Map<string, Promise<Blob>>();
  let index = '';

  const file = (path: string) => {
    let file = files.get(path);
    if (!file) files.set(path, (file = download(`${folder}${path}`)));
    file.catch(() => files.delete(path)); // May be tried again.
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
