import type { Locale } from '#lang/locale.ts';
import { references } from '#schema/registries.ts';
import { perRegistry, type RegistryId, registryIds } from '#schema/registry-names.ts';
import { announcementId, type ValidAnnouncement } from './announcement.ts';
import type { Registries, RemovedAnnouncement, WrittenAnnouncement } from './model.ts';
import { type OwnScope, urls } from './urls.ts';

/**
 * The path of a portrait from the content folder.
 * @param name the file name that the person's entry gives
 */
export function portraitFile(name: string): string {
  return `people/${name}`;
}

/** What decides which entries of the registries are public. */
export interface EntryUse {
  readonly registries: Registries;
  readonly sound: readonly ValidAnnouncement[];
  readonly announcements: readonly WrittenAnnouncement[];
  readonly removed: readonly RemovedAnnouncement[];
  readonly locales: readonly Locale[];
  /** The addresses that have been public before. */
  readonly published: ReadonlySet<string> | undefined;
}

/** The entries that readers may see, and those whose pages end because of a removal. */
export interface PublicEntries {
  readonly shown: Registries;
  /** Their addresses need no replacement: a removal must not fail because what it takes along lacks a new address. */
  readonly ended: readonly OwnScope[];
}

/**
 * Decides which topics, divisions and people are public. An entry that only held or removed texts name is not, and
 * neither is the head of such a division. Entries that no text names are standing information. An entry that was public
 * stays public when only a held text still names it; when a removal takes its last text, it ends.
 */
export function publicEntries({
  registries,
  sound,
  announcements,
  removed,
  locales,
  published,
}: EntryUse): PublicEntries {
  const removedIds = new Set<string>(removed.map(({ id }) => id));
  const named = (which: (id: string) => boolean) =>
    sound.filter((one) => which(announcementId(one))).flatMap((one) => namedIn(one, registries));
  const byRemoved = withHeads(
    named((id) => removedIds.has(id)),
    registries,
  );
  const byOthers = withHeads(
    named((id) => !removedIds.has(id)),
    registries,
  );
  const wasPublic = (scope: OwnScope) =>
    locales.some((locale) => published?.has(urls.scope(locale, scope)));

  const roots = allEntries(registries).filter((scope) => {
    const name = keyOf(scope);
    if (byRemoved.has(name)) return false;
    return !byOthers.has(name) || wasPublic(scope);
  });
  const shown = reachable(
    [...roots, ...announcements.flatMap((one) => namedByShown(one, registries))],
    registries,
  );
  const shownIn = <Id extends RegistryId>(type: Id) =>
    new Map(
      [...registries[type]].filter(([id]) => shown.has(keyOf({ type, id }))),
    ) as unknown as Registries[Id];
  return {
    shown: perRegistry(shownIn) as Registries,
    ended: [...byRemoved.values()].filter((scope) => !shown.has(keyOf(scope))),
  };
}

type Entries = Map<string, OwnScope & { readonly type: RegistryId }>;
type EntryScope = OwnScope & { readonly type: RegistryId };

function keyOf({ type, id }: OwnScope): string {
  return `${type}/${id}`;
}

function allEntries(registries: Registries): EntryScope[] {
  return registryIds.flatMap((type) => [...registries[type].keys()].map((id) => ({ type, id })));
}

/** The entries that an announcement names in its files. */
function namedIn({ facts, listFacts }: ValidAnnouncement, registries: Registries): EntryScope[] {
  return existing(
    [
      ...registryIds.flatMap((type) => (facts[type] ?? []).map((id) => ({ type, id }))),
      ...listFacts.outcomes.flatMap(({ division }) => divisionScope(division)),
      ...contactScopes(facts.contact),
    ],
    registries,
  );
}

/** The entries that the page of an announcement names. */
function namedByShown(announcement: WrittenAnnouncement, registries: Registries): EntryScope[] {
  return existing(
    [
      ...registryIds.flatMap((type) => announcement[type].map((id) => ({ type, id }))),
      ...Object.values(announcement.texts).flatMap(({ outcomes }) =>
        outcomes.flatMap(({ division }) => divisionScope(division)),
      ),
      ...contactScopes(announcement.contact),
    ],
    registries,
  );
}

function divisionScope(id: unknown): EntryScope[] {
  return typeof id === 'string' ? [{ type: 'divisions', id }] : [];
}

/** A contact is a person or a division. */
function contactScopes(id: string | undefined): EntryScope[] {
  return id === undefined
    ? []
    : [
        { type: 'people', id },
        { type: 'divisions', id },
      ];
}

function existing(scopes: readonly EntryScope[], registries: Registries): EntryScope[] {
  return scopes.filter(({ type, id }) => registries[type].has(id));
}

/** Adds the heads of divisions. A division that is not public must not be told by the page of its head. */
function withHeads(scopes: readonly EntryScope[], registries: Registries): Entries {
  const heads = scopes.flatMap(({ type, id }): EntryScope[] => {
    const head = type === 'divisions' ? registries.divisions.get(id)?.head : undefined;
    return head === undefined ? [] : [{ type: 'people', id: head }];
  });
  return new Map(existing([...scopes, ...heads], registries).map((one) => [keyOf(one), one]));
}

/** The keys of entries and of all entries to which their pages link, directly or not. */
function reachable(from: readonly EntryScope[], registries: Registries): Set<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { type, id } = next;
    const key = keyOf(next);
    if (found.has(key)) continue;
    found.add(key);
    const entry = registries[type].get(id) as Readonly<Record<string, unknown>> | undefined;
    for (const [field, other] of Object.entries<RegistryId>(references[type])) {
      const referred = entry?.[field];
      if (typeof referred === 'string' && registries[other].has(referred))
        waiting.push({ type: other, id: referred });
    }
  }
  return found;
}
