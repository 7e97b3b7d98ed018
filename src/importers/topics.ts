import type { Imported, ImportNote } from './imported.ts';

/**
 * The site's topics that sources name, by their id or their label in any language. Categories that are none are noted;
 * hashtags stay in the text.
 */
export function topicsOf(
  texts: readonly Imported[],
  topics: ReadonlyMap<string, { readonly label: Readonly<Record<string, unknown>> }>,
  notes: ImportNote[],
): string[] {
  const known = new Map(
    [...topics].flatMap(([id, { label }]) =>
      [id, ...Object.values(label)].map((name) => [folded(String(name)), id] as const),
    ),
  );
  const categories = texts.flatMap((text) => text.categories ?? []);
  const unknown = [...new Set(categories)].filter((name) => !known.has(folded(name)));
  if (unknown.length > 0) notes.push({ id: 'no-topic', params: { names: unknown.join(', ') } });
  const named = [...categories, ...texts.flatMap((text) => text.hashtags ?? [])];
  return [...new Set(named.flatMap((name) => known.get(folded(name)) ?? []))];
}

/** «#Жол_жөндеу» and «жол жөндеу» are one. */
function folded(name: string): string {
  return name
    .replace(/^#/u, '')
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
