import type { DocumentTable, Facet } from '#search/document-table.ts';
import type { FilterPanel } from './filter-panel.ts';
import type { Hit } from './finder.ts';

/** The tables of the languages that were searched. */
export type Tables = ReadonlyMap<string, DocumentTable>;

/** The values that a find has of a facet. */
function valuesOf(tables: Tables, { locale, number }: Hit, facet: Facet): readonly string[] {
  const table = tables.get(locale)!;
  return facet === 'year' ? [table.date[number]!.slice(0, 4)] : [table[facet][number]!].flat();
}

/** The finds that have what was chosen of every facet. */
export function narrow(
  finds: readonly Hit[],
  tables: Tables,
  chosen: ReadonlyMap<Facet, string>,
): readonly Hit[] {
  return finds.filter((find) =>
    [...chosen].every(([facet, value]) => valuesOf(tables, find, facet).includes(value)),
  );
}

/** What the panel lets through, in the order it asks for; it is told what its choices would leave. */
export function sift(finds: readonly Hit[], tables: Tables, panel: FilterPanel): readonly Hit[] {
  const { chosen, facets } = panel;
  for (const facet of facets) panel.showCounts(facet, counts(finds, tables, chosen, facet));
  const narrowed = narrow(finds, tables, chosen);
  return panel.newestFirst ? byDate(narrowed, tables) : narrowed;
}

/** How many finds there would be for each value of a facet, the other facets as they are chosen. */
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

/** Newest first; of a day, the best first. */
export function byDate(finds: readonly Hit[], tables: Tables): readonly Hit[] {
  const date = ({ locale, number }: Hit) => tables.get(locale)!.date[number]!;
  return [...finds].sort((a, b) =>
    date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : b.score - a.score,
  );
}
