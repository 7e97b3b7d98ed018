import type { Hit } from './finder.ts';

/** How many results are shown at first, and added by each press of "more". */
const step = 10;

/** How the list makes its items. */
export interface ItemMaker {
  /** Makes the list item of a hit, which may need a download. */
  item(hit: Hit): Promise<HTMLLIElement>;
  /** Makes the item that stands for a hit whose text could not be downloaded. */
  gap(hit: Hit): HTMLLIElement;
  /** Is called when the gaps of the list may have changed. */
  onGaps(): void;
}

interface Item {
  readonly item: HTMLLIElement;
  readonly hit: Hit;
  readonly isGap: boolean;
}

/** The list of results, with the button that shows more of them. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLButtonElement | undefined;
  readonly #maker: ItemMaker;
  readonly #gaps = new Map<HTMLLIElement, Hit>();
  #finds: readonly Hit[] = [];

  constructor(list: HTMLElement, more: HTMLButtonElement | undefined, maker: ItemMaker) {
    this.#list = list;
    this.#more = more;
    this.#maker = maker;
    more?.addEventListener('click', () => void this.#lengthen());
  }

  /** Whether texts are missing in the list. */
  get hasGaps(): boolean {
    return this.#gaps.size > 0;
  }

  /**
   * Prepares the first results, which may need a download. The current list stays until the returned function replaces
   * it at once.
   * @returns a function that shows the new results
   */
  async prepare(finds: readonly Hit[]): Promise<() => void> {
    const items = await this.#items(finds.slice(0, step));
    return () => {
      this.#finds = finds;
      this.#gaps.clear();
      this.#list.replaceChildren(...this.#noted(items));
      if (this.#more) this.#more.hidden = finds.length <= step;
      this.#tellGaps();
    };
  }

  /** Tries again to download the texts that are missing in the list. */
  async fillGaps(): Promise<void> {
    const missing = [...this.#gaps];
    const items = await this.#items(missing.map(([, hit]) => hit));
    for (const [index, [gap]] of missing.entries()) {
      const { item, isGap } = items[index]!;
      // Meanwhile the list may show another query.
      if (!this.#gaps.has(gap) || isGap) continue;
      this.#gaps.delete(gap);
      const focused = gap.contains(document.activeElement);
      gap.replaceWith(item);
      if (focused) item.querySelector('a')?.focus();
    }
    this.#tellGaps();
  }

  async #lengthen(): Promise<void> {
    const finds = this.#finds;
    const items = await this.#items(
      finds.slice(this.#list.children.length, this.#list.children.length + step),
    );
    if (finds !== this.#finds) return;
    this.#list.append(...this.#noted(items));
    if (this.#more) this.#more.hidden = this.#list.children.length >= finds.length;
    // Moves the focus to the first new result, where the reader continues.
    items[0]?.item.querySelector('a')?.focus();
    this.#tellGaps();
  }

  /** One text that cannot be downloaded leaves a gap, and the others are shown. */
  #items(finds: readonly Hit[]): Promise<Item[]> {
    return Promise.all(
      finds.map((hit) =>
        this.#maker.item(hit).then(
          (item) => ({ item, hit, isGap: false }),
          () => ({ item: this.#maker.gap(hit), hit, isGap: true }),
        ),
      ),
    );
  }

  #noted(items: readonly Item[]): HTMLLIElement[] {
    for (const { item, hit, isGap } of items) if (isGap) this.#gaps.set(item, hit);
    return items.map(({ item }) => item);
  }

  #tellGaps(): void {
    this.#maker.onGaps();
  }
}
