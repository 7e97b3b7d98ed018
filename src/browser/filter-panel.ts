import type { Facet } from '#search/document-table.ts';

/**
 * The part of the form that filters and sorts the results: a `<select>` for each facet, with a count for each value.
 */
export class FilterPanel {
  readonly #details: HTMLDetailsElement;

  constructor(details: HTMLDetailsElement) {
    this.#details = details;
    for (const option of details.querySelectorAll('option')) option.dataset.label = option.text;
  }

  /** The facets that the page offers. */
  get facets(): Facet[] {
    return [...this.#details.querySelectorAll('select')]
      .map(({ name }) => name)
      .filter((name): name is Facet => name !== 'sort');
  }

  /** Whether the panel changes the results, or shows counts of them. */
  get isUsed(): boolean {
    return this.#details.open || this.chosen.size > 0 || this.newestFirst;
  }

  /** The chosen value of each facet that has one. */
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

  /** Opens the panel if anything is chosen, so that readers can see why some results are missing. */
  show(): void {
    this.#details.open ||= this.isUsed || this.#details.querySelector('input:checked') !== null;
  }

  /**
   * Shows how many results each value has. A value without results stays in the list, so that the chosen one is always
   * visible.
   */
  showCounts(facet: Facet, counts: ReadonlyMap<string, number>): void {
    for (const option of this.#select(facet)?.options ?? []) {
      if (option.value) option.text = `${option.dataset.label} (${counts.get(option.value) ?? 0})`;
    }
  }

  #select(name: Facet | 'sort'): HTMLSelectElement | null {
    return this.#details.querySelector(`select[name=${name}]`);
  }
}
