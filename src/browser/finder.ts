import type { DocumentTable } from '#search/document-table.ts';
import type { SearchDocument } from '#search/engine.ts';
import { placesOf } from '#search/places.ts';
import { type SearchAnswerSet, answer } from '#search/query.ts';
import type { SearchLanguage } from '#search/words/language.ts';
import { loadLanguage } from '#search/words/load-language.ts';
import { DownloadError } from './download.ts';
import { type BrowserEngine, kept, openIndex } from './pagefind.ts';

/** A search hit, in one of the languages of the site. */
export interface Hit {
  readonly locale: string;
  readonly number: number;
  readonly score: number;
  readonly positions: readonly number[];
  /** True when the document contains only a part of the query. */
  readonly partial?: boolean;
}

/** The hits in all searched languages together. */
export interface SearchResults {
  /** Best first. */
  readonly finds: readonly Hit[];
  /** True when no document contains all of the words, so the hits contain only some of them. */
  readonly partial: boolean;
  /** The query with the words that were found instead of the typed ones; undefined when the typed words were found. */
  readonly read: string | undefined;
  /** How a quoted phrase was softened: see `SearchAnswerSet`. */
  readonly softened?: 'forms' | 'words' | undefined;
  /** How many words were searched, when the query has more. */
  readonly shortened?: number | undefined;
}

/** The search indexes of a site in the browser. Each is opened when it is first needed. */
export class Finder {
  readonly #engines = new Map<string, Promise<BrowserEngine>>();
  readonly #languages = new Map<string, Promise<SearchLanguage>>();
  readonly #folder: string;
  readonly #locales: readonly string[];

  /**
   * @param folder the URL of the search folder, ending in `/`
   * @param locales the languages of the site; the language of the page comes first
   */
  constructor(folder: string, locales: readonly string[]) {
    this.#folder = folder;
    this.#locales = locales;
  }

  /** Loads the index and grammar of the page's language. */
  async open(): Promise<void> {
    await Promise.all([this.#engine(this.#locales[0]!), this.#language(this.#locales[0]!)]);
  }

  /**
   * @param options.typing whether the last word may be incomplete
   * @param options.all whether to search the other languages of the site too
   */
  async find(
    query: string,
    { typing, all }: { typing: boolean; all: boolean },
  ): Promise<SearchResults> {
    const [own, ...others] = this.#locales;
    const first = await this.#ask(own!, query, typing, false);
    // Other languages accept only the typed words, if the page's language has results. A word of this language is often
    // one letter away from an unrelated word in another.
    const strict = first.answer.results.length > 0;
    const further = await Promise.all(
      (all ? others : []).map((locale) => this.#ask(locale, query, typing, strict)),
    );
    const best = strict
      ? first
      : (further.find(({ answer: { results } }) => results.length > 0) ?? first);
    const finds = [first, ...further].flatMap(({ locale, answer: { results } }) =>
      results.map(({ document, ...result }) => ({ locale, number: document, ...result })),
    );
    return {
      finds: finds.sort((a, b) => b.score - a.score),
      partial: best.answer.partial,
      read: await this.#read(best, query),
      softened: best.answer.softened,
      shortened: best.answer.shortened,
    };
  }

  /**
   * Forgets the indexes that a failure has made useless. Files that have come are in the browser's cache, so opening them
   * again costs little.
   */
  forget(error: unknown): void {
    // Only a download that may yet succeed leaves an index as it was.
    if (!(error instanceof DownloadError) || error.isGone) this.#engines.clear();
  }

  async document({ locale, number }: Hit): Promise<SearchDocument> {
    return (await this.#engine(locale)).document(number);
  }

  async table(locale: string): Promise<DocumentTable> {
    return (await this.#engine(locale)).table();
  }

  async #ask(
    locale: string,
    query: string,
    typing: boolean,
    strict: boolean,
  ): Promise<{ locale: string; answer: SearchAnswerSet }> {
    const [engine, language] = await Promise.all([this.#engine(locale), this.#language(locale)]);
    const others = () =>
      Promise.all(
        this.#locales.filter((other) => other !== locale).map((other) => this.#language(other)),
      );
    return { locale, answer: await answer(query, { engine, language, others, typing, strict }) };
  }

  #engine(locale: string): Promise<BrowserEngine> {
    return kept(this.#engines, locale, () => openIndex(this.#folder, locale));
  }

  #language(locale: string): Promise<SearchLanguage> {
    return kept(this.#languages, locale, () => loadLanguage(locale));
  }

  /** The query, with each word that was read differently replaced by the word in the best result. */
  async #read(
    { locale, answer: { read, results } }: { locale: string; answer: SearchAnswerSet },
    query: string,
  ): Promise<string | undefined> {
    const [best] = results;
    if (!best || read.length === 0) return undefined;
    const places = placesOf((await (await this.#engine(locale)).document(best.document)).text);
    const words = read.map(
      ({ word, position }) =>
        [word, places[position]?.word.toLocaleLowerCase(locale) ?? word] as const,
    );
    return words.reduce((text, [word, found]) => text.replace(word, () => found), query);
  }
}
