/**
 * The registries of a site, whose entries announcements refer to by id. The values are the names of one entry in the
 * ids of problems and filters. To add a registry, start here: docs/contributing/adding-a-taxonomy.md.
 * The order goes from the general to the particular. Lists, data and tables keep it, but an announcement shows the
 * particular first.
 * This file has no imports, because the browser loads it, too.
 */
export const entryNames = {
  topics: 'topic',
  divisions: 'division',
  people: 'person',
} as const;

/** The name of a registry in the content folder, in the fields of announcements and in addresses. */
export type RegistryId = keyof typeof entryNames;
export type EntryName = (typeof entryNames)[RegistryId];

export const registryIds = Object.keys(entryNames) as RegistryId[];

/** Makes a value for each registry, in their order. */
export function perRegistry<Value>(make: (id: RegistryId) => Value): Record<RegistryId, Value> {
  return Object.fromEntries(registryIds.map((id) => [id, make(id)])) as Record<RegistryId, Value>;
}
