import { z } from 'zod';
import { divisionFile } from './division.ts';
import { id, perLocale } from './fields.ts';
import { personFile } from './person.ts';
import type { RegistryId } from './registry-names.ts';
import { topicEntry } from './topics.ts';

/** Where the entries of a registry are written: all in `<registry>.yaml`, or each in `<registry>/<id>.yaml`. */
type Place = 'one file' | 'folder';

/** The schema of an entry of each registry, and where entries are written. */
export const registries = {
  topics: { entry: topicEntry, place: 'one file' },
  divisions: { entry: divisionFile, place: 'folder' },
  people: { entry: personFile, place: 'folder' },
} as const satisfies Record<RegistryId, { readonly entry: z.ZodObject; readonly place: Place }>;

/** The schema of a file that holds all entries of a registry. */
export function byId<Schema extends z.ZodType>(entry: Schema) {
  return z.record(id, entry);
}

/** The file or folder of a registry in the content folder: `topics.yaml`, `divisions`. */
export function registryPath(name: RegistryId): string {
  return registries[name].place === 'folder' ? name : `${name}.yaml`;
}

/** An entry of a registry as written in its file, with its id. */
export type Entry<Id extends RegistryId> = Readonly<z.output<(typeof registries)[Id]['entry']>> & {
  readonly id: string;
};

type References = {
  readonly [Id in RegistryId]: { readonly [Field in keyof Entry<Id>]?: RegistryId };
};

/** The fields that hold the id of an entry, and the registry of that entry. */
export const references = {
  topics: {},
  divisions: { head: 'people', parent: 'divisions' },
  people: { division: 'divisions' },
} as const satisfies References;

/** The fields of an entry that have one text per language. */
export function localizedFields(name: RegistryId): string[] {
  return Object.entries<z.core.$ZodType>(registries[name].entry.shape)
    .filter(([, field]) => (field instanceof z.ZodOptional ? field.unwrap() : field) === perLocale)
    .map(([field]) => field);
}
