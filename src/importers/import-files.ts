import { readFileSync } from 'node:fs';
import type { Locale } from '#lang/locale.ts';
import type { Basics } from '#site/read-basics.ts';
import type { NewAnnouncement } from '#authoring/new-announcement.ts';
import { folderOf } from '#authoring/write-announcement.ts';
import type { Found } from './find-files.ts';
import { isOrigin, kindOf, readerOf } from './formats.ts';
import { type Imported, isRefused, type ImportNote, type Refused } from './imported.ts';
import { readAlreadyImported } from './already-imported.ts';
import { languageGroups } from './language-groups.ts';
import { createWriter } from './to-announcement.ts';

export interface ImportOptions extends Basics {
  /** The content folder. */
  readonly content: string;
  readonly now: Date;
  /** Leave out `draft` where nothing has to be looked at. */
  readonly ready: boolean;
  /** Told of the number of files that have been read. */
  readonly onRead?: ((files: number) => void) | undefined;
}

/** One announcement that was made of a file. */
export interface Made {
  readonly source: string;
  readonly folder: string;
  readonly title: string;
  readonly locales: readonly Locale[];
  readonly draft: boolean;
  readonly notes: readonly ImportNote[];
  readonly announcement: NewAnnouncement;
}

/**
 * Reads files of any kind that is known, one after the other. A file that cannot be read keeps no other from being read.
 * Nothing is written.
 */
export async function* importFiles(
  files: readonly Found[],
  options: ImportOptions,
): AsyncGenerator<Made | Refused> {
  const known = readAlreadyImported(options.content, options.site.locales);
  const toAnnouncement = createWriter({
    ...options,
    isTaken: known.isTaken,
    aliases: known.aliases,
  });
  const refusalOf = (found: Imported | Refused): Refused | undefined => {
    if (isRefused(found)) return found;
    const folder = known.folderOf(found.origin);
    if (folder) return { source: found.source, reason: 'known', params: { folder } };
    return found.body.children.length === 0 && found.pictures.size === 0
      ? { source: found.source, reason: 'empty', params: {} }
      : undefined;
  };
  const make = (texts: readonly Imported[]): Made => {
    const { announcement, notes } = toAnnouncement(texts);
    for (const { origin } of texts) known.add(origin, announcement);
    const { title, draft = false } = [...announcement.texts.values()][0]!.fields;
    return {
      source: texts.map(({ source }) => source).join(', '),
      folder: folderOf(announcement),
      title,
      locales: [...announcement.texts.keys()],
      draft,
      notes,
      announcement,
    };
  };
  let read = 0;
  for (const group of languageGroups(files, options.site.locales)) {
    const together: Imported[] = [];
    for (const { file, locale } of group) {
      const withLocale = (found: Imported): Imported => (locale ? { ...found, locale } : found);
      for await (const found of readFile(file)) {
        const refused = refusalOf(found);
        if (refused) yield refused;
        else if (group.length === 1) yield make([withLocale(found as Imported)]);
        else together.push(withLocale(found as Imported));
      }
      options.onRead?.(++read);
    }
    // What holds more than one text a file, such as a feed, is no pair.
    if (together.length > group.length) for (const one of together) yield make([one]);
    else if (together.length > 0) yield make(together);
  }
}

async function* readFile({
  path,
  name,
  readable,
  isAlone,
}: Found): AsyncGenerator<Imported | Refused> {
  if (!readable) {
    yield { source: name, reason: isAlone ? 'picture-alone' : 'unknown-format', params: {} };
    return;
  }
  try {
    const file = { path, name, bytes: readFileSync(path) };
    const kind = kindOf(file);
    if (isOrigin(kind)) yield* (await readerOf(kind))(file);
    else yield { source: name, reason: kind, params: {} };
  } catch (error) {
    // A reader met what its format does not allow, or the file cannot be opened: the others are read all the same.
    yield {
      source: name,
      reason: 'damaged',
      params: { detail: (error as Error).message.split('\n')[0]! },
    };
  }
}
