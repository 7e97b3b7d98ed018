/** What of Pagefind's JavaScript API the search page uses (pagefind.app/docs/api). */
export interface Pagefind {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  readonly score: number;
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  readonly url: string;
  /** HTML: the text escaped, the matched words in `<mark>`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Loads the search engine.
 * @param folder the address of the index, ending in `/` */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href)) as Pagefind;
  // The addresses in the index are already those of links, base included.
  await pagefind.options({ baseUrl: '/', excerptLength: 30 });
  await pagefind.init();
  return pagefind;
}
