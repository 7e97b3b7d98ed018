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
  /** The announcements, best first. */
  readonly finds: readonly Hit[];
  /** The other pages with the whole query: divisions, people, topics, contacts; best first. */
  readonly entries?: readonly Hit[];
  /** True when no document contains all of the words, so the hits contain only some of them. */
  readonly partial: boolean;
  /** The query with the words that were found instead of the typed ones; undefined when the typed words were found. */
  readonly read: string | undefined;
  /** The hits in the other languages, which were asked because this one has no sure answer; best first. */
  readonly elsewhere?: readonly Hit[];
  /** The queries that may have been meant, when a mistyped word can be repaired in several ways. */
  readonly meant?: readonly string[];
  /** How a quoted phrase was softened: see `SearchAnswerSet`. */
  readonly softened?: 'forms' | 'words' | undefined;
  /** How many words were searched, when the query has more. */
  readonly shortened?: number | undefined;
}

/** The answer from the index of one language. */
interface Asked {
  readonly locale: string;
  readonly announcements: number;
  readonly answer: SearchAnswerSet;
}

function hitsOf({ locale, answer: { results } }: Asked): Hit[] {
  return results.map(({ document, ...result }) => ({ locale, number: document, ...result }));
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score;
}

/** The search indexes of a site in the browser. Each is opened when it is first needed. */
export class Finder {
  readonly #engines = new Map<string, Promise<BrowserEngine>>();
  readonly #languages = new Map<string, Promise<SearchLanguage>>();
  readonly #folder: string;
  readonly #locales: readonly string[];
  readonly #timeZone: string;

  /**
   * @param folder the URL of the search folder, ending in `/`
   * @param locales the languages of the site; the language of the page comes first
   * @param timeZone the time zone of the site, for «yesterday»
   */
  constructor(folder: string, locales: readonly string[], timeZone: string) {
    this.#timeZone = timeZone;
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
    const { results, partial, read, softened } = first.answer;
    // Other languages accept only the typed words, if the page's language has results. A word of this language is often
    // one letter away from an unrelated word in another.
    const strict = !all || results.length > 0;
    const isSure = results.length > 0 && (typing || (!partial && read.length === 0 && !softened));
    const further = await Promise.all(
      (all || !isSure ? others : []).map((locale) => this.#ask(locale, query, typing, strict)),
    );
    const elsewhere = all ? [] : further.flatMap(hitsOf).sort(byScore);
    // What was typed stands there as it is: a repair of it here is no answer.
    const isAbsurd = elsewhere.length > 0 && read.some(({ step }) => step === 'repairs');
    const best =
      results.length > 0 || !all
        ? first
        : (further.find(({ answer }) => answer.results.length > 0) ?? first);
    const shown = isAbsurd ? [] : [first, ...(all ? further : [])];
    const finds = shown
      .flatMap((asked) => hitsOf(asked).filter(({ number }) => number < asked.announcements))
      .sort(byScore);
    const entries = shown.flatMap((asked) =>
      hitsOf(asked).filter(({ number, partial }) => number >= asked.announcements && !partial),
    );
    return {
      finds,
      entries: entries.sort(byScore),
      elsewhere,
      partial: finds.length > 0 && finds.every(({ partial }) => partial),
      read: await this.#read(best, query),
      meant: await this.#meant(first, query),
      softened: best.answer.softened,
      shortened: best.answer.shortened,
    };
  }

  /** The same document in the language of the page; undefined when there is none. */
  async half(hit: Hit): Promise<SearchDocument | undefined> {
    const [own] = this.#locales;
    const { url } = await this.document(hit);
    const base = this.#folder.replace(/[^/]+\/$/u, '');
    const ownUrl = url.replace(`${base}${hit.locale}/`, `${base}${own!}/`);
    const number = (await this.table(own!)).url.indexOf(ownUrl);
    return number < 0 ? undefined : (await this.#engine(own!)).document(number);
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

  async #ask(locale: string, query: string, typing: boolean, strict: boolean): Promise<Asked> {
    const [engine, language] = await Promise.all([this.#engine(locale), this.#language(locale)]);
    const today = dayIn(this.#timeZone);
    const others = () =>
      Promise.all(
        this.#locales.filter((other) => other !== locale).map((other) => this.#language(other)),
      );
    return {
      locale,
      announcements: engine.announcements,
      answer: await answer(query, { engine, language, others, typing, strict, today }),
    };
  }

  async #meant(
    { locale, answer: { meant = [] } }: Asked,
    query: string,
  ): Promise<readonly string[]> {
    const engine = await this.#engine(locale);
    const queries = await Promise.all(
      meant.map(async ({ word, document, position }) => {
        const found = placesOf((await engine.document(document)).text)[position]?.word;
        return found && query.replace(word, () => found.toLocaleLowerCase(locale));
      }),
    );
    return [...new Set(queries.filter((query) => query !== undefined))];
  }

  #engine(locale: string): Promise<BrowserEngine> {
    return kept(this.#engines, locale, () => openIndex(this.#folder, locale));
  }

  #language(locale: string): Promise<SearchLanguage> {
    return kept(this.#languages, locale, () => loadLanguage(locale));
  }

  /** The query, with each word that was read differently replaced by the word in the best result. */
  async #read(
    { locale, answer: { read, results } }: Asked,
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

/** Today in a time zone, as `2026-01-22`. */
function dayIn(timeZone: string): string {
  // Sweden writes dates like this.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format();
}
