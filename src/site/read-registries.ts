import type { z } from 'zod';
import { nearest } from '#lang/nearest.ts';
import type { Locale } from '#lang/locale.ts';
import { type Problem, problemAt, type ProblemId, type UnknownEntry } from '#schema/problem.ts';
import {
  byId,
  type Entry,
  localizedFields,
  references,
  registries,
  registryPath,
} from '#schema/registries.ts';
import { entryNames, perRegistry, type RegistryId, registryIds } from '#schema/registry-names.ts';
import {
  entries,
  fileNames,
  type Reader,
  type ReadFile,
  readYaml,
  reportUnknown,
} from './files.ts';
import { checkLanguages } from './check-languages.ts';
import type { Registries } from './model.ts';

/** An entry with the place where it is written. */
interface WrittenEntry<Id extends RegistryId> {
  readonly entry: Entry<Id>;
  readonly read: ReadFile<unknown>;
  /** The path of the entry in its file; empty when the entry has a file of its own. */
  readonly path: readonly string[];
}
type WrittenRegistries = { readonly [Id in RegistryId]: ReadonlyMap<string, WrittenEntry<Id>> };

/** Whether an entry of a registry may stand in a file that could not be read. */
export type IsUnread = (registry: RegistryId, id: string) => boolean;

/**
 * Reads every registry of a content folder. Reports references to unknown ids, and texts that lack a language. The fault
 * of a file is reported, and the references to what it may say are not: they would be wrong only because of it.
 */
export function readRegistries(
  reader: Reader,
  locales: readonly Locale[],
): { readonly registry: Registries; readonly isUnread: IsUnread } {
  const read = perRegistry((id) => readEntries(reader, id)) as {
    readonly [Id in RegistryId]: FoundEntries<Id>;
  };
  const written = perRegistry((id) => read[id].entries) as WrittenRegistries;
  const isUnread: IsUnread = (name, id) => read[name].isUnread(id);
  for (const id of registryIds) {
    for (const one of written[id].values()) checkEntry(reader, id, one, locales, written, isUnread);
  }
  for (const person of written.people.values()) checkPortrait(reader, person);
  checkCircles(reader, written.divisions);
  const registry = perRegistry(
    (name) => new Map([...written[name]].map(([id, { entry }]) => [id, entry])),
  ) as Registries;
  return { registry, isUnread };
}

/**
 * The id of the entry that a person has called by its name or label, in any language: «Строительство» →
 * `construction`.
 */
export function idOfLabel(
  written: string,
  known: ReadonlyMap<string, unknown>,
): string | undefined {
  const plain = (text: unknown) => String(text).trim().toLowerCase();
  return [...known].find(([, entry]) => {
    const { name, shortName, label } = entry as Record<string, object | undefined>;
    return [name, shortName, label].some((texts) =>
      Object.values(texts ?? {}).some((text) => plain(text) === plain(written)),
    );
  })?.[0];
}

/**
 * Tells of labels in the place of ids what they are, now that the registries are known: their form alone has been found
 * wrong.
 */
export function nameMeantEntries(problems: Problem[], registry: Registries): Problem[] {
  return problems.map((problem) => {
    if (problem.id !== 'bad-format') return problem;
    const [list, index] = String(problem.params.field).split('.');
    const name = registryIds.find((each) => each === list);
    if (name === undefined || index === undefined) return problem;
    const written = String(problem.params.value);
    const meant = idOfLabel(written, registry[name]);
    if (meant === undefined) return problem;
    const { file, line } = problem;
    const params = { id: written, nearest: meant };
    return problemAt(unknownEntry(name), { file, line }, params);
  });
}

/** The entries that a reference may name. */
export interface KnownEntries {
  readonly entries: ReadonlyMap<string, unknown>;
  isUnread(id: string): boolean;
}

/** Reports an unknown id, with the nearest known one. */
export function checkId(
  reader: Reader,
  { file, yaml }: ReadFile<unknown>,
  problem: Extract<ProblemId, UnknownEntry | 'unknown-contact'>,
  path: PropertyKey[],
  id: string | undefined,
  { entries: known, isUnread }: KnownEntries,
): void {
  if (id === undefined || known.has(id) || isUnread(id)) return;
  reader.problems.push({
    id: problem,
    file,
    line: yaml.lineOf(path),
    params: { id, nearest: idOfLabel(id, known) ?? nearest(id, known.keys()) ?? '' },
  });
}

/** The id of the problem that reports an unknown entry of a registry. */
export function unknownEntry(id: RegistryId): UnknownEntry {
  return `unknown-${entryNames[id]}`;
}

interface FoundEntries<Id extends RegistryId = RegistryId> {
  readonly entries: Map<string, WrittenEntry<Id>>;
  /** Whether an entry may stand in a file that could not be read. */
  isUnread(id: string): boolean;
}

function readEntries<Id extends RegistryId>(reader: Reader, name: Id): FoundEntries<Id> {
  const schema: z.ZodObject = registries[name].entry;
  const { found, isUnread } =
    registries[name].place === 'folder'
      ? readFolder(reader, name, schema)
      : readOneFile(reader, registryPath(name), schema);
  const entries = new Map(
    found.map(({ id, value, ...place }) => [
      id,
      // The schema of this registry has checked the value.
      { ...place, entry: { id, ...value } as unknown as Entry<Id> },
    ]),
  );
  return { entries, isUnread };
}

type FoundEntry = Omit<WrittenEntry<RegistryId>, 'entry'> & {
  readonly id: string;
  readonly value: Record<string, unknown>;
};
type Found = Pick<FoundEntries, 'isUnread'> & { readonly found: FoundEntry[] };

function readOneFile(reader: Reader, file: string, schema: z.ZodObject): Found {
  const isThere = entries(reader, '.').some(({ name }) => name === file);
  const read = isThere ? readYaml(reader, file, byId(schema)) : undefined;
  if (!read) return { found: [], isUnread: () => isThere };
  const found = Object.entries(read.value).map(([id, value]) => ({ id, value, read, path: [id] }));
  return { found, isUnread: () => false };
}

function readFolder(reader: Reader, folder: string, schema: z.ZodObject): Found {
  const unread = new Set<string>();
  const found = [...fileNames(reader, folder)].flatMap((name): FoundEntry[] => {
    const file = `${folder}/${name}`;
    const id = /^(?<id>.+)\.yaml$/u.exec(name)?.groups?.id;
    if (!id) {
      if (!name.endsWith('.yml')) return []; // A portrait.
      unread.add(name.slice(0, -'.yml'.length));
      reportUnknown(reader, file, [name.replace(/yml$/u, 'yaml')]);
      return [];
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
      reader.problems.push({ id: 'bad-id', file, params: { name: id, example: 'public-safety' } });
    const read = readYaml(reader, file, schema);
    if (!read) unread.add(id);
    return read ? [{ id, value: read.value, read, path: [] }] : [];
  });
  return { found, isUnread: (id) => unread.has(id) };
}

function checkEntry(
  reader: Reader,
  name: RegistryId,
  { entry, read, path }: WrittenEntry<RegistryId>,
  locales: readonly Locale[],
  known: WrittenRegistries,
  isUnread: IsUnread,
): void {
  const fields = entry as Readonly<Record<string, unknown>>;
  const texts = localizedFields(name).map((field) => [[...path, field].join('.'), fields[field]]);
  checkLanguages(
    reader,
    read,
    locales,
    Object.fromEntries(texts) as Parameters<typeof checkLanguages>[3],
  );
  for (const [field, target] of Object.entries<RegistryId>(references[name])) {
    const id = fields[field] as string | undefined;
    checkId(reader, read, unknownEntry(target), [...path, field], id, {
      entries: known[target],
      isUnread: (one) => isUnread(target, one),
    });
  }
}

function checkPortrait(reader: Reader, { entry, read }: WrittenEntry<'people'>): void {
  if (entry.portrait && !entry.portraitAlt)
    reader.problems.push({
      id: 'missing-alt',
      file: read.file,
      line: read.yaml.lineOf(['portrait']),
      params: { field: 'portraitAlt' },
    });
}

/** Reports divisions that are, over any number of steps, their own parent: they have no place in the tree. */
function checkCircles(reader: Reader, divisions: WrittenRegistries['divisions']): void {
  for (const [id, { entry, read }] of divisions) {
    const seen = [id];
    let { parent } = entry;
    while (parent && !seen.includes(parent)) {
      seen.push(parent);
      parent = divisions.get(parent)?.entry.parent;
    }
    if (parent === id)
      reader.problems.push({
        id: 'division-circle',
        file: read.file,
        line: read.yaml.lineOf(['parent']),
        params: { circle: [...seen, id].join(' → ') },
      });
  }
}
