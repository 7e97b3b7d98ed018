import type { SearchSettings } from '#search/texts.ts';
import { fill } from '#lang/message.ts';
import { FilterPanel } from './filter-panel.ts';
import { type Hit, Finder } from './finder.ts';
import { resultItem } from './result-item.ts';
import { ResultList } from './result-list.ts';
import { sentence } from './sentence.ts';

/** The search starts this many milliseconds after the last key press. */
const pause = 120;
/** A "loading" message appears if the search takes longer than this many milliseconds. */
const patience = 400;

/**
 * `<press-search>` makes the search form of its page work. Form, list and status are already in the page. The fields of
 * the query are kept in the URL, so that a search can be copied, bookmarked and reached with the Back button.
 */
class PressSearch extends HTMLElement {
  #settings!: SearchSettings;
  #finder!: Finder;
  #form!: HTMLFormElement;
  #panel!: FilterPanel;
  #list!: ResultList;
  #status!: HTMLElement;
  #timer: number | undefined;
  /** The number of searches so far. An answer is dropped if a newer search has started. */
  #asked = 0;

  connectedCallback(): void {
    this.#settings = JSON.parse(this.dataset.settings!) as SearchSettings;
    this.#finder = new Finder(
      this.#settings.folder,
      this.#settings.locales.map(({ locale }) => locale),
    );
    this.#form = this.querySelector('form')!;
    this.#status = this.querySelector('[role=status]')!;
    const details = this.querySelector('details')!;
    this.#panel = new FilterPanel(details);
    this.#list = new ResultList(
      this.querySelector('ol')!,
      this.querySelector('button.more')!,
      (find) => this.#item(find),
    );

    // Nothing is loaded before the reader focuses the form.
    this.#form.addEventListener('focusin', () => void this.#finder.open().catch(() => undefined), {
      once: true,
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('push', false);
    });
    this.#form.addEventListener('input', ({ target }) => {
      clearTimeout(this.#timer);
      if ((target as HTMLInputElement).name === 'q')
        this.#timer = window.setTimeout(() => this.#ask('replace', true), pause);
      else this.#ask('push', false);
    });
    // Counts are calculated only while the panel is open.
    details.addEventListener('toggle', () => details.open && void this.#show(false));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  /**
   * All results in the language of the page, best first, without filters.
   * @param options.typing whether the last word may be incomplete
   */
  async search(
    query: string,
    { typing = false }: { typing?: boolean } = {},
  ): Promise<Array<{ url: string; score: number }>> {
    const { finds } = await this.#finder.find(query, { typing, all: false });
    if (finds.length === 0) return [];
    const { url } = await this.#finder.table(finds[0]!.locale);
    return finds.map(({ number, score }) => ({ url: url[number]!, score }));
  }

  #fromAddress(): void {
    const asked = new URLSearchParams(location.search);
    for (const control of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      '[name]',
    )) {
      if (control.type === 'checkbox') control.checked = asked.has(control.name);
      else control.value = asked.get(control.name) ?? '';
    }
    this.#panel.show();
    void this.#show(false);
  }

  #ask(history: 'push' | 'replace', typing: boolean): void {
    clearTimeout(this.#timer);
    const address = new URL(location.href);
    const asked = [...new FormData(this.#form)].map(([name, value]) => [
      name,
      // The value is never a File, because the form has no file fields.
      typeof value === 'string' ? value.trim() : '',
    ]);
    address.search = new URLSearchParams(asked.filter(([, value]) => value)).toString();
    if (address.href !== location.href) window.history[`${history}State`](null, '', address);
    void this.#show(typing);
  }

  async #show(typing: boolean): Promise<void> {
    const asked = ++this.#asked;
    const say = (text: string) => asked === this.#asked && this.#say(text);
    const { texts, locales } = this.#settings;
    const locale = locales[0]!.locale;
    const data = new FormData(this.#form);
    const query = (data.get('q') as string).trim();
    const waiting = window.setTimeout(() => say(fill(locale, texts.loading)), patience);
    try {
      const found = query
        ? await this.#finder.find(query, { typing, all: data.has('all') })
        : { finds: [], partial: false, read: undefined };
      const finds = await this.#sifted(found.finds);
      const show = await this.#list.prepare(finds);
      if (asked !== this.#asked) return;
      show();
      say(query && sentence(locale, texts, query, found, finds.length));
    } catch {
      say(fill(locale, texts.failed));
    } finally {
      clearTimeout(waiting);
    }
  }

  async #sifted(finds: readonly Hit[]): Promise<readonly Hit[]> {
    if (!this.#panel.isUsed) return finds;
    const { sift } = await import('./facets.ts'); // A separate download, only when filters are used; the same is true of the tables.
    const locales = [...new Set(finds.map(({ locale }) => locale))];
    const tables = await Promise.all(
      locales.map(async (locale) => [locale, await this.#finder.table(locale)] as const),
    );
    return sift(finds, new Map(tables), this.#panel);
  }

  async #item(find: Hit): Promise<HTMLLIElement> {
    const [own, ...others] = this.#settings.locales;
    const language =
      find.locale === own!.locale ? undefined : others.find(({ locale }) => locale === find.locale);
    return resultItem({
      document: await this.#finder.document(find),
      positions: find.positions,
      language,
    });
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

customElements.define('press-search', PressSearch);
