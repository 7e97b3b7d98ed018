import type { Hit } from './finder.ts';

/** How many results are shown at first, and added by each press of "more". */
const step = 10;

/** The list of results, with the button that shows more of them. */
export class ResultList {
  readonly #list: HTMLOListElement;
  readonly #more: HTMLButtonElement;
  readonly #item: (find: Hit) => Promise<HTMLLIElement>;
  #finds: readonly Hit[] = [];

  /** @param item makes the list item of a hit */
  constructor(
    list: HTMLOListElement,
    more: HTMLButtonElement,
    item: (find: Hit) => Promise<HTMLLIElement>,
  ) {
    this.#list = list;
    this.#more = more;
    this.#item = item;
    more.addEventListener('click', () => void this.#lengthen());
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
      this.#list.replaceChildren(...items);
      this.#more.hidden = finds.length <= step;
    };
  }

  async #lengthen(): Promise<void> {
    const finds = this.#finds;
    const items = await this.#items(
      finds.slice(this.#list.children.length, this.#list.children.length + step),
    );
    if (finds !== this.#finds) return;
    this.#list.append(...items);
    this.#more.hidden = this.#list.children.length >= finds.length;
    // Moves the focus to the first new result, where the reader continues.
    items[0]?.querySelector('a')?.focus();
  }

  #items(finds: readonly Hit[]): Promise<HTMLLIElement[]> {
    return Promise.all(finds.map(this.#item));
  }
}
