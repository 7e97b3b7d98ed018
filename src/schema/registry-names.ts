/**
 * The registries of a site: what announcements refer to by id, and what one entry of each is called in the names of
 * problems and filters. To add one, begin here: docs/contributing/adding-a-taxonomy.md.
 * The order goes from the general to the particular. Lists, data and tables keep it; an announcement names the
 * particular first. No imports: the browser reads this, too.
 */
export const entryNames = {
  topics: 'topic',
  divisions: 'division',
  people: 'person',
} as const;

/** The name of a registry: in the content folder, as a field of announcements, and in addresses. */
export type RegistryId = keyof typeof entryNames;
export type EntryName = (typeof entryNames)[RegistryId];

export const registryIds = Object.keys(entryNames) as RegistryId[];

/** A value for each registry, in their order. */
export function perRegistry<Value>(make: (id: RegistryId) => Value): Record<RegistryId, Value> {
  return Object.fromEntries(registryIds.map((id) => [id, make(id)])) as Record<RegistryId, Value>;
}
