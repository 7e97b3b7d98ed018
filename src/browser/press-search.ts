import { fill } from '#lang/message.ts';
import type { SearchTexts } from '#search/texts.ts';
import { loadPagefind, type Pagefind, type PagefindResult } from './engine.ts';
import { resultItem } from './result.ts';

/** How many results are shown at first, and by each press of "more". */
const step = 10;
/** After so many milliseconds without a key, what is typed is searched. */
const pause = 150;

/**
 * `<press-search>`: makes the search form of its page work. The form, the list and the status are in the page;
 * the query is in its address, so that a search can be copied, kept and walked back to.
 */
class PressSearch extends HTMLElement {
  #engine: Promise<Pagefind> | undefined;
  #texts!: SearchTexts;
  #form!: HTMLFormElement;
  #input!: HTMLInputElement;
  #status!: HTMLElement;
  #list!: HTMLOListElement;
  #more!: HTMLButtonElement;
  #timer: number | undefined;
  /** Counts the searches: an answer that comes after the next question is dropped. */
  #asked = 0;
  #results: PagefindResult[] = [];

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset.texts!) as SearchTexts;
    this.#form = this.querySelector('form')!;
    this.#input = this.querySelector('input')!;
    this.#status = this.querySelector('[role=status]')!;
    this.#list = this.querySelector('ol')!;
    this.#more = this.querySelector('button.more')!;

    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#show(this.#input.value, 'push');
    });
    // Nothing is loaded before the reader turns to the field.
    this.#input.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#show(this.#input.value, 'replace'), pause);
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  /**
   * All results, best first.
   * @param options.typing whether the last word may be unfinished
   */
  async search(query: string, _options: { typing?: boolean } = {}): Promise<Array<{ url: string; score: number }>> {
    const results = await this.#find(query);
    return Promise.all(results.map(async (result) => ({ url: (await result.data()).url, score: result.score })));
  }

  #load(): Promise<Pagefind> {
    // A failed load may be tried again: the connection of a phone comes and goes.
    this.#engine ??= loadPagefind(this.dataset.index!).catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async #find(query: string): Promise<PagefindResult[]> {
    const words = query.trim();
    if (!words) return [];
    return (await (await this.#load()).search(words)).results;
  }

  #fromAddress(): void {
    const query = new URLSearchParams(location.search).get('q') ?? '';
    this.#input.value = query;
    void this.#show(query);
  }

  async #show(query: string, history?: 'push' | 'replace'): Promise<void> {
    const words = query.trim();
    const asked = ++this.#asked;
    if (history) this.#keepInAddress(words, history);
    if (!words) return this.#render([], '');
    if (!this.#engine) this.#say(this.#texts.loading);
    try {
      const results = await this.#find(words);
      if (asked !== this.#asked) return;
      const message = results.length === 0 ? this.#texts.none : this.#texts.results;
      await this.#render(results, fill(this.#locale, message, { query: words, count: results.length }), asked);
    } catch {
      if (asked === this.#asked) this.#say(this.#texts.failed);
    }
  }

  #keepInAddress(words: string, how: 'push' | 'replace'): void {
    const address = new URL(location.href);
    if (words) address.searchParams.set('q', words);
    else address.searchParams.delete('q');
    if (address.href !== location.href) history[`${how}State`](null, '', address);
  }

  async #render(results: PagefindResult[], message: string, asked = this.#asked): Promise<void> {
    const items = await Promise.all(results.slice(0, step).map(async (result) => resultItem(await result.data())));
    if (asked !== this.#asked) return;
    this.#results = results;
    this.#list.replaceChildren(...items);
    this.#more.hidden = results.length <= step;
    this.#say(message);
  }

  async #showMore(): Promise<void> {
    const shown = this.#list.children.length;
    const items = await Promise.all(this.#results.slice(shown, shown + step).map(async (result) => resultItem(await result.data())));
    this.#list.append(...items);
    this.#more.hidden = this.#list.children.length >= this.#results.length;
    // Where the reader goes on: the first of the new results.
    items[0]?.querySelector('a')?.focus();
  }

  get #locale(): string {
    return document.documentElement.lang;
  }

  #say(message: SearchTexts[keyof SearchTexts] | ''): void {
    const text = typeof message === 'string' ? message : fill(this.#locale, message);
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

customElements.define('press-search', PressSearch);
