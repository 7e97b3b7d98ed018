import { readFileSync } from 'node:fs';
import type { Locale } from '#lang/locale.ts';
import type { Basics } from '#site/read-basics.ts';
import type { NewAnnouncement } from '#writing/new-announcement.ts';
import { folderOf } from '#writing/write-announcement.ts';
import type { Found } from './find-files.ts';
import { isOrigin, kindOf, readerOf } from './formats.ts';
import { type Imported, isRefused, type Note, type Refused } from './imported.ts';
import { readKnown } from './known.ts';
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
  readonly locale: Locale;
  readonly draft: boolean;
  readonly notes: readonly Note[];
  readonly announcement: NewAnnouncement;
}

/**
 * Reads files of any kind that is known, one after the other. A file that cannot be read keeps no other from being read.
 * Nothing is written.
 */
export async function* importFiles(files: readonly Found[], options: ImportOptions): AsyncGenerator<Made | Refused> {
  const known = readKnown(options.content, options.site.locales);
  const toAnnouncement = createWriter({ ...options, isTaken: known.isTaken, aliases: known.aliases });
  for (const [index, file] of files.entries()) {
    for await (const found of readFile(file)) {
      const folder = isRefused(found) ? undefined : known.folderOf(found.origin);
      if (isRefused(found)) yield found;
      else if (folder) yield { source: found.source, reason: 'known', params: { folder } };
      else if (found.body.children.length === 0 && found.pictures.size === 0) yield { source: found.source, reason: 'empty', params: {} };
      else {
        const { announcement, locale, notes } = toAnnouncement(found);
        known.add(found.origin, announcement);
        const { title, draft = false } = announcement.texts.get(locale)!.fields;
        yield { source: found.source, folder: folderOf(announcement), title, locale, draft, notes, announcement };
      }
    }
    options.onRead?.(index + 1);
  }
}

async function* readFile({ path, name, readable }: Found): AsyncGenerator<Imported | Refused> {
  if (!readable) {
    yield { source: name, reason: 'unknown-format', params: {} };
    return;
  }
  try {
    const file = { path, name, bytes: readFileSync(path) };
    const kind = kindOf(file);
    if (isOrigin(kind)) yield* (await readerOf(kind))(file);
    else yield { source: name, reason: kind, params: {} };
  } catch (error) {
    // A reader met what its format does not allow, or the file cannot be opened: the others are read all the same.
    yield { source: name, reason: 'damaged', params: { detail: (error as Error).message.split('\n')[0]! } };
  }
}
