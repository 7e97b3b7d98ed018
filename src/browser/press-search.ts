import type { SearchSettings } from '#search/texts.ts';
import { fill } from '#lang/message.ts';
import { Announcer } from './announcer.ts';
import { DownloadError } from './download.ts';
import { FilterPanel } from './filter-panel.ts';
import { type Hit, Finder } from './finder.ts';
import { gapItem, resultItem } from './result-item.ts';
import { ResultList } from './result-list.ts';
import { Retries } from './retries.ts';
import { sentence } from './sentence.ts';

/** The key of `history.state` that marks an entry of a query that is still being typed. */
const typed = 'typed';

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
  #status!: Announcer;
  #retries!: Retries;
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
    );
    this.#form = this.querySelector('form')!;
    this.#status = new Announcer(this.querySelector('[role=status]')!);
    this.#retries = new Retries(this.querySelector('button.retry')!, () =>
      this.#failed ? void this.#show(false) : void this.#list.fillGaps(),
    );
    const details = this.querySelector('details')!;
    this.#panel = new FilterPanel(details);
    this.#list = new ResultList(this.querySelector('ol')!, this.querySelector('button.more')!, {
      item: (hit) => this.#item(hit),
      gap: () => gapItem(fill(this.#settings.locales[0]!.locale, this.#settings.texts.missing)),
      onGaps: (has) => (has ? this.#retries.failed() : this.#retries.succeeded()),
    });

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
      this.#timer = window.setTimeout(() => this.#ask(true), pause);
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
        : { finds: [], partial: false, read: undefined };
      const finds = await this.#sifted(found.finds);
      this.#isMixed = !found.partial;
      const show = await this.#list.prepare(finds);
      if (asked !== this.#asked) return;
      this.#failed = false;
      show();
      const besides = found.partial ? 0 : finds.filter(({ partial }) => partial).length;
      say(query && sentence(locale, texts, query, found, finds.length, besides));
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#finder.forget(error);
      // The results of the former query would look like those of this one.
      (await this.#list.prepare([]))();
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
