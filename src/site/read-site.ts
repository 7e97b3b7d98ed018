import type { Clock } from '#clock.ts';
import { type Problem, Problems } from '#schema/problem.ts';
import { registryPath } from '#schema/registries.ts';
import { registryIds } from '#schema/registry-names.ts';
import {
  holdUnpublished,
  makeAnnouncement,
  newestFirst,
  type ValidAnnouncement,
} from './announcement.ts';
import { checkAnnouncement } from './check-announcement.ts';
import { checkPublished } from './check-published.ts';
import type { BuildCache } from '#cache/build-cache.ts';
import { entries, type Reader, reportUnknown } from './files.ts';
import type { RemovedAnnouncement, WrittenAnnouncement, WrittenModel } from './model.ts';
import { readMoved, withoutRemoved } from './read-moved.ts';
import { readAnnouncements } from './read-announcements.ts';
import { readPages } from './read-pages.ts';
import { nameMeantEntries, readRegistries } from './read-registries.ts';
import { removedFolder } from './removed-folder.ts';
import { readSettings, readStrings } from './read-settings.ts';
import { publicEntries } from './public-entries.ts';
import type { OwnScope } from './urls.ts';
import { noSources, type Sources, sourcesOf } from './sources.ts';

/** Options of `readSite`. */
export interface ReadOptions {
  /** The content folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** Include held texts, marked as held. For previews only. */
  readonly showHeld?: boolean;
  /** The addresses that have been public before. A text at one of them can no longer be held. */
  readonly published?: ReadonlySet<string>;
  /** The folders of announcements of which no text may become public that has not been public before. */
  readonly heldBack?: ReadonlySet<string> | undefined;
  /** See `Reader`. */
  readonly cache?: BuildCache | undefined;
}

/** The result of reading a content folder. */
export interface ReadSite {
  /** Only valid when there are no problems. Undefined when `site.yaml` could not be read. */
  readonly model: WrittenModel | undefined;
  /** The announcements without problems, as written in their files. For tools that work on the texts. */
  readonly sound: readonly ValidAnnouncement[];
  /** The scopes whose pages end because of a removal; see `publicEntries`. */
  readonly ended: readonly OwnScope[];
  /** Facts that public announcements do not show, because only a held text says them. Warnings. */
  readonly heldFacts: readonly Problem[];
  /** Everything that was read, and whether readers may see it. Computed on each call. */
  sources(): Sources;
  readonly problems: Problem[];
}

/** Reads a content folder into the site model and collects the problems found. */
export function readSite({
  folder,
  clock,
  showHeld = false,
  published = new Set(),
  heldBack = new Set(),
  cache,
}: ReadOptions): ReadSite {
  const reader: Reader = { folder, problems: [], written: new Map(), cache };
  checkTopLevel(reader);
  const site = readSettings(reader);
  if (!site)
    return {
      model: undefined,
      sound: [],
      ended: [],
      heldFacts: [],
      sources: () => noSources,
      problems: reader.problems,
    };

  const { locales } = site;
  const strings = readStrings(reader, locales);
  const { registry, isUnread } = readRegistries(reader, locales);
  const pages = readPages(reader, locales);
  const sound = readAnnouncements(reader, locales)
    .flatMap(
      (folder) =>
        removedFolder(folder, { reader, site, clock }) ??
        checkAnnouncement(folder, { reader, site, clock, registry, isUnread }) ??
        [],
    )
    .map((one) => (heldBack.has(one.folder) ? holdUnpublished(one, published) : one));

  const heldFacts: Problem[] = [];
  const announcements: WrittenAnnouncement[] = [];
  const removed: RemovedAnnouncement[] = [];
  for (const one of sound) {
    const made = makeAnnouncement(one, {
      ...{ site, clock, showHeld, published },
      onHeldFacts: (held) => heldFacts.push(...held),
    });
    if (made && 'removedOn' in made) {
      removed.push(made);
      continue;
    }
    if (!showHeld) checkPublished(one, { reader, site, clock, published });
    if (made) announcements.push(made);
  }
  announcements.sort(newestFirst);
  const old = readMoved(reader, locales, sound, { announcements, removed, pages, registry });
  const { shown, ended } = publicEntries({
    ...{ registries: registry, sound, announcements, removed, locales },
    published: showHeld ? undefined : published,
  });
  const model: WrittenModel = {
    site,
    strings,
    ...shown,
    pages,
    announcements,
    ...withoutRemoved(old, removed),
  };
  return {
    model,
    sound,
    ended,
    heldFacts,
    sources: () => sourcesOf(reader, sound, model),
    problems: nameMeantEntries(reader.problems, registry),
  };
}

/**
 * Reads a content folder, for callers that cannot continue when there are problems.
 * @throws {Problems} all problems that were found
 */
export function readValidSite(options: ReadOptions): WrittenModel {
  const { model, problems } = readSite(options);
  if (!model || problems.length > 0) throw new Problems(problems);
  return model;
}

const topLevel = new Set([
  'site.yaml',
  'permalinks.yaml',
  ...registryIds.map(registryPath),
  'pages',
  'strings',
  'announcements',
  // What `new` begins with; no part of the site.
  'templates',
]);

/** Reports unknown folders and YAML files only. Other files, such as a README, are allowed. */
function checkTopLevel(reader: Reader): void {
  for (const { name, isFolder } of entries(reader, '.')) {
    if (!topLevel.has(name) && (isFolder || /\.ya?ml$/u.test(name)))
      reportUnknown(reader, name, topLevel);
  }
}
