import type { DocumentTable, Facet } from '#search/document-table.ts';
import type { FilterPanel } from './filter-panel.ts';
import type { Hit } from './finder.ts';

/** The document tables of the searched languages, by locale. */
export type Tables = ReadonlyMap<string, DocumentTable>;

/** The values of a facet that a search hit has. */
function valuesOf(tables: Tables, { locale, number }: Hit, facet: Facet): readonly string[] {
  const table = tables.get(locale)!;
  return facet === 'year' ? [table.date[number]!.slice(0, 4)] : [table[facet][number]!].flat();
}

/** The hits that match the chosen value of every facet. */
export function narrow(
  finds: readonly Hit[],
  tables: Tables,
  chosen: ReadonlyMap<Facet, string>,
): readonly Hit[] {
  return finds.filter((find) =>
    [...chosen].every(([facet, value]) => valuesOf(tables, find, facet).includes(value)),
  );
}

/**
 * Applies the panel's filters and sort order to the hits, and shows in the panel how many hits each choice would leave.
 */
export function sift(finds: readonly Hit[], tables: Tables, panel: FilterPanel): readonly Hit[] {
  const { chosen, facets } = panel;
  for (const facet of facets) panel.showCounts(facet, counts(finds, tables, chosen, facet));
  const narrowed = narrow(finds, tables, chosen);
  return panel.newestFirst ? byDate(narrowed, tables) : narrowed;
}

/** How many hits each value of a facet would leave, with the other facets as they are chosen. */
export function counts(
  finds: readonly Hit[],
  tables: Tables,
  chosen: ReadonlyMap<Facet, string>,
  facet: Facet,
): Map<string, number> {
  const others = new Map([...chosen].filter(([other]) => other !== facet));
  const found = new Map<string, number>();
  for (const find of narrow(finds, tables, others)) {
    for (const value of valuesOf(tables, find, facet))
      found.set(value, (found.get(value) ?? 0) + 1);
  }
  return found;
}

/** Newest first; for the same day, best first. */
export function byDate(finds: readonly Hit[], tables: Tables): readonly Hit[] {
  const date = ({ locale, number }: Hit) => tables.get(locale)!.date[number]!;
  return [...finds].sort((a, b) =>
    date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : b.score - a.score,
  );
}
