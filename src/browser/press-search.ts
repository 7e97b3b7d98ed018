import { placesOf } from '#search/places.ts';
import type { SearchSettings } from '#search/texts.ts';
import { fill } from '#lang/message.ts';
import { Announcer } from './announcer.ts';
import { DownloadError } from './download.ts';
import { FilterPanel } from './filter-panel.ts';
import { type Hit, Finder, type SearchResults } from './finder.ts';
import { gapItem, halfLink, resultItem } from './result-item.ts';
import { ResultList } from './result-list.ts';
import { Retries } from './retries.ts';
import { sentence } from './sentence.ts';
import { type Suggestion, Suggestions } from './suggestions.ts';

/** The key of `history.state` that marks an entry of a query that is still being typed. */
const typed = 'typed';

/** How many other pages than announcements are shown above the list. */
const mostEntries = 3;

/** How many titles are suggested while the reader types. */
const mostSuggestions = 5;

/** The search starts this many milliseconds after the last key press. */
const pause = 120;
/** A "loading" message appears if the search takes longer than this many milliseconds. */
const patience = 400;

const nothing: SearchResults = { finds: [], partial: false, read: undefined };

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
  #status!: Announcer;
  #retries!: Retries;
  #entries!: ResultList;
  #elsewhere!: ResultList;
  #suggestions!: Suggestions;
  /** True while the last query has no answer because a download failed. */
  #failed = false;
  /** True while results with the whole query stand above others, which are marked. */
  #isMixed = false;
  #timer: number | undefined;
  /** The number of searches so far. An answer is dropped if a newer search has started. */
  #asked = 0;

  connectedCallback(): void {
    this.#settings = JSON.parse(this.dataset.settings!) as SearchSettings;
    this.#finder = new Finder(
      this.#settings.folder,
      this.#settings.locales.map(({ locale }) => locale),
      this.#settings.timeZone,
    );
    this.#form = this.querySelector('form')!;
    this.#status = new Announcer(this.querySelector('[role=status]')!);
    this.#retries = new Retries(this.querySelector('button.retry')!, () =>
      this.#failed ? void this.#show(false) : void this.#fillGaps(),
    );
    const details = this.querySelector('details')!;
    this.#panel = new FilterPanel(details);
    const missing = fill(this.#settings.locales[0]!.locale, this.#settings.texts.missing);
    const maker = {
      gap: () => gapItem(missing),
      onGaps: () => this.#tellGaps(),
    };
    this.#list = new ResultList(this.querySelector('ol')!, this.querySelector('button.more')!, {
      ...maker,
      item: (hit) => this.#item(hit),
    });
    this.#entries = new ResultList(this.querySelector('.entries')!, undefined, {
      ...maker,
      item: (hit) => this.#item(hit),
    });
    const section = this.#section;
    this.#elsewhere = new ResultList(
      section.querySelector('ol')!,
      section.querySelector('button')!,
      { ...maker, item: (hit) => this.#foreignItem(hit) },
    );
    this.#suggestions = new Suggestions(
      this.#form.querySelector('input')!,
      this.querySelector('[role=listbox]')!,
      (url) => location.assign(url),
    );

    // Nothing is loaded before the reader focuses the form.
    this.#form.addEventListener('focusin', () => void this.#finder.open().catch(() => undefined), {
      once: true,
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask(false);
    });
    this.#form.addEventListener('input', ({ target }) => {
      clearTimeout(this.#timer);
      if ((target as HTMLInputElement).name !== 'q') return this.#ask(false);
      this.#status.typed();
      if ((target as HTMLInputElement).value.trim() === '') this.#ask(true);
      else this.#timer = window.setTimeout(() => this.#ask(true), pause);
    });
    // Counts are calculated only while the panel is open.
    details.addEventListener('toggle', () => details.open && void this.#show(false));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  /**
   * All results in the language of the page, announcements and other pages, best first, without filters.
   * @param options.typing whether the last word may be incomplete
   */
  async search(
    query: string,
    { typing = false }: { typing?: boolean } = {},
  ): Promise<Array<{ url: string; score: number }>> {
    const { finds, entries = [] } = await this.#finder.find(query, { typing, all: false });
    const found = [...entries, ...finds].sort((a, b) => b.score - a.score);
    if (found.length === 0) return [];
    const { url } = await this.#finder.table(found[0]!.locale);
    return found.map(({ number, score }) => ({ url: url[number]!, score }));
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

  #ask(typing: boolean): void {
    clearTimeout(this.#timer);
    if (!typing) this.#status.finished();
    const address = new URL(location.href);
    const asked = [...new FormData(this.#form)].map(([name, value]) => [
      name,
      // The value is never a File, because the form has no file fields.
      typeof value === 'string' ? value.trim() : '',
    ]);
    address.search = new URLSearchParams(asked.filter(([, value]) => value)).toString();
    remember(address, typing);
    void this.#show(typing);
  }

  async #show(typing: boolean): Promise<void> {
    const asked = ++this.#asked;
    const say = (text: string) => asked === this.#asked && this.#status.say(text);
    const { texts, locales } = this.#settings;
    const locale = locales[0]!.locale;
    const data = new FormData(this.#form);
    const query = (data.get('q') as string).trim();
    const waiting = window.setTimeout(() => say(fill(locale, texts.loading)), patience);
    try {
      const found = query
        ? await this.#finder.find(query, { typing, all: data.has('all') })
        : nothing;
      const finds = await this.#sifted(found.finds);
      this.#isMixed = !found.partial;
      const elsewhere = found.elsewhere ?? [];
      const entries = found.entries ?? [];
      const [show, showEntries, showElsewhere, suggestions] = await Promise.all([
        this.#list.prepare(finds),
        this.#entries.prepare(entries.slice(0, mostEntries)),
        this.#elsewhere.prepare(elsewhere),
        typing ? this.#suggested([...entries.slice(0, mostEntries), ...finds]) : [],
      ]);
      if (asked !== this.#asked) return;
      this.#failed = false;
      show();
      showEntries();
      showElsewhere();
      this.#section.hidden = elsewhere.length === 0;
      this.#suggestions.show(document.activeElement?.id === 'q' ? suggestions : []);
      this.#offer(found.meant ?? []);
      const besides = found.partial ? 0 : finds.filter(({ partial }) => partial).length;
      say(query && sentence(locale, texts, query, found, finds.length, besides));
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#finder.forget(error);
      // The results of the former query would look like those of this one.
      for (const list of [this.#list, this.#entries, this.#elsewhere]) (await list.prepare([]))();
      this.#section.hidden = true;
      this.#suggestions.hide();
      this.#offer([]);
      this.#failed = true;
      this.#retries.failed();
      say(fill(locale, texts[failureText(error)]));
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

  get #section(): HTMLElement {
    return this.querySelector('section.elsewhere')!;
  }

  #tellGaps(): void {
    // The failure of a whole question has its own retries.
    if (this.#failed) return;
    if ([this.#list, this.#entries, this.#elsewhere].some(({ hasGaps }) => hasGaps))
      this.#retries.failed();
    else this.#retries.succeeded();
  }

  async #fillGaps(): Promise<void> {
    await Promise.all([this.#list, this.#entries, this.#elsewhere].map((list) => list.fillGaps()));
  }

  /** The titles, among the first results, in which something was found. */
  async #suggested(finds: readonly Hit[]): Promise<Suggestion[]> {
    const found = await Promise.all(
      finds.slice(0, 10).map(async (hit) => {
        const { text, url } = await this.#finder.document(hit);
        const title = text.split('\n', 1)[0]!;
        const { length } = placesOf(title);
        const inTitle = hit.positions.some((position) => position < length);
        return inTitle && !hit.partial ? [{ text: title, url, locale: hit.locale }] : [];
      }),
    );
    return found.flat().slice(0, mostSuggestions);
  }

  /** Offers the queries that may have been meant. */
  #offer(queries: readonly string[]): void {
    const place = this.querySelector<HTMLElement>('.meant')!;
    const links = queries.map((query) => {
      const link = document.createElement('a');
      const address = new URL(location.href);
      address.searchParams.set('q', query);
      link.href = address.href;
      link.textContent = query;
      return link;
    });
    place.querySelector('span')!.replaceChildren(...links.flatMap((link) => [' ', link]));
    place.hidden = links.length === 0;
  }

  /** A result of another language, with the same text in the language of the page, if there is one. */
  async #foreignItem(hit: Hit): Promise<HTMLLIElement> {
    const [item, half] = await Promise.all([this.#item(hit), this.#finder.half(hit)]);
    if (half) item.append(halfLink(half, this.#settings.locales[0]!));
    return item;
  }

  async #item(find: Hit): Promise<HTMLLIElement> {
    const [own, ...others] = this.#settings.locales;
    const language =
      find.locale === own!.locale ? undefined : others.find(({ locale }) => locale === find.locale);
    return resultItem({
      document: await this.#finder.document(find),
      positions: find.positions,
      language,
      note:
        find.partial && this.#isMixed ? fill(own!.locale, this.#settings.texts.partly) : undefined,
    });
  }
}

/**
 * Keeps a query in the history. A query that is being typed has one entry, which changes with each pause; when it is
 * finished, that entry is left, and the next query gets a new one.
 */
function remember(address: URL, typing: boolean): void {
  const isTyped = (history.state as Record<string, unknown> | null)?.[typed] === true;
  if (address.href !== location.href)
    history[isTyped ? 'replaceState' : 'pushState'](typing ? { [typed]: true } : null, '', address);
  else if (isTyped && !typing) history.replaceState(null, '', address);
}

/** The text that tells the reader why the search failed, and what happens next. */
function failureText(error: unknown): 'failed' | 'offline' | 'server' | 'damaged' {
  if (error instanceof DownloadError) return error.kind;
  // What the browser throws when a part of our own program cannot be loaded.
  return error instanceof TypeError && /import|module/iu.test(error.message) ? 'offline' : 'failed';
}

customElements.define('press-search', PressSearch);
