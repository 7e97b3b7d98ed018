import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import { readAnnouncements } from '#site/read-announcements.ts';
import { folderOf } from '#authoring/write-announcement.ts';
import type { Imported } from './imported.ts';

/** What the content folder already contains, and what this import adds to it. */
export interface AlreadyImported {
  /** The folder of an announcement that was imported from the same origin. */
  folderOf(origin: Imported['origin']): string | undefined;
  isTaken(year: number, slug: string): boolean;
  readonly aliases: Set<string>;
  add(origin: Imported['origin'], place: { readonly year: number; readonly slug: string }): void;
}

/** The parts of an origin. An announcement made of several files lists all their ids, separated by spaces. */
function partsOf(
  origin: AnnouncementFile['origin'],
): Array<{ kind: string; id?: string | undefined }> {
  if (!origin?.id?.includes(' ')) return origin ? [origin] : [];
  return [origin, ...origin.id.split(' ').map((id) => ({ kind: origin.kind, id }))];
}

/** Reads the content folder. Problems in it are ignored: they do not concern an import. */
export function readAlreadyImported(content: string, locales: readonly Locale[]): AlreadyImported {
  const origins = new Map<string, string>();
  const aliases = new Set<string>();
  const folders = new Set<string>();
  const keyOf = ({ kind, id }: { readonly kind: string; readonly id?: string | undefined }) =>
    `${kind}\n${id ?? ''}`;
  for (const { folder, files } of readAnnouncements(
    { folder: content, problems: [], written: new Map() },
    locales,
  )) {
    for (const { value } of files.values()) {
      for (const origin of partsOf(value.origin)) origins.set(keyOf(origin), folder);
      for (const alias of value.aliases ?? []) aliases.add(alias);
    }
  }
  return {
    folderOf: (origin) => origins.get(keyOf(origin)),
    isTaken: (year, slug) =>
      folders.has(folderOf({ year, slug })) || existsSync(join(content, folderOf({ year, slug }))),
    aliases,
    add(origin, place) {
      origins.set(keyOf(origin), folderOf(place));
      folders.add(folderOf(place));
    },
  };
}
