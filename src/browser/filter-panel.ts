import type { Facet } from '#search/document-table.ts';

/** The part of the form that narrows and orders the results: a `<select>` for each facet, with a count beside each value. */
export class FilterPanel {
  readonly #details: HTMLDetailsElement;

  constructor(details: HTMLDetailsElement) {
    this.#details = details;
    for (const option of details.querySelectorAll('option')) option.dataset.label = option.text;
  }

  /** What the page offers to narrow the results by. */
  get facets(): Facet[] {
    return [...this.#details.querySelectorAll('select')]
      .map(({ name }) => name)
      .filter((name): name is Facet => name !== 'sort');
  }

  /** Whether it bears on the results, or shows counts of them. */
  get isUsed(): boolean {
    return this.#details.open || this.chosen.size > 0 || this.newestFirst;
  }

  /** What is chosen, facet by facet. */
  get chosen(): Map<Facet, string> {
    return new Map(
      this.facets.flatMap((facet) =>
        this.#select(facet)?.value ? [[facet, this.#select(facet)!.value] as const] : [],
      ),
    );
  }

  get newestFirst(): boolean {
    return this.#select('sort')?.value === 'date';
  }

  /** Opens where anything is chosen, so that nobody wonders where the other results are. */
  show(): void {
    this.#details.open ||= this.isUsed || this.#details.querySelector('input:checked') !== null;
  }

  /** Writes how many results each value has; a value without any stays, so that what is chosen can be seen. */
  showCounts(facet: Facet, counts: ReadonlyMap<string, number>): void {
    for (const option of this.#select(facet)?.options ?? []) {
      if (option.value) option.text = `${option.dataset.label} (${counts.get(option.value) ?? 0})`;
    }
  }

  #select(name: Facet | 'sort'): HTMLSelectElement | null {
    return this.#details.querySelector(`select[name=${name}]`);
  }
}
