import type { Hit } from './finder.ts';

/** How many results are shown at first, and by each press of "more". */
const step = 10;

/** The list of results, and the button that lengthens it. */
export class ResultList {
  readonly #list: HTMLOListElement;
  readonly #more: HTMLButtonElement;
  readonly #item: (find: Hit) => Promise<HTMLLIElement>;
  #finds: readonly Hit[] = [];

  /** @param item makes what is shown of a find */
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
   * Gets the first results ready, which may take a download. What is shown stays until they are put in its place at once.
   * @returns shows them
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
    // Where the reader goes on: the first of the new results.
    items[0]?.querySelector('a')?.focus();
  }

  #items(finds: readonly Hit[]): Promise<HTMLLIElement[]> {
    return Promise.all(finds.map(this.#item));
  }
}
