import type { Imported, ImportNote } from './imported.ts';

/**
 * The site's topics that the sources name, by their id or by their label in any language. Unknown categories give a
 * note; hashtags stay in the text.
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

/** Normalises a name, so that «#Жол_жөндеу» and «жол жөндеу» are equal. */
function folded(name: string): string {
  return name
    .replace(/^#/u, '')
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
