import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  createRenderCache,
  type RenderCache,
  deserializeRenderCache,
  type SerializedRenderCache,
  serializeRenderCache,
} from './render-cache.ts';
import type { KnownPictures } from './pictures.ts';
import { type Original, planPicture } from '#images/picture.ts';
import { isRacy, type InputStat } from '#cache/file-stat.ts';
import { readEntryBytes, writeEntry } from '#cache/store.ts';

/** What an earlier build has read of the content: a file that is still the same need not be read again. */
export interface ContentCache {
  /** Changed by those who read the texts. */
  readonly memory: RenderCache;
  /** Changed by those who read the pictures. */
  readonly pictures: KnownPictures;
}

/** The same as a plain value. */
export interface SerializedContentCache {
  /** See `programDigest`: what is known of a file is what this program, run by this Node, has made of it. */
  readonly program: string;
  readonly texts: SerializedRenderCache;
  readonly pictures: ReadonlyArray<
    readonly [file: string, seen: InputStat, original: Omit<Original, 'path'>]
  >;
}

/** @param site the folder of the site for which they were read, absolute; where there is none, nothing is known
 * @param content the content folder, absolute */
export function readContentCache(
  site: string | undefined,
  content: string,
  program: string,
): ContentCache {
  const bytes = site === undefined ? undefined : readEntryBytes(site, 'known', program);
  if (!bytes) return { memory: createRenderCache(), pictures: new Map() };
  const { texts, pictures } = deserialize(bytes) as SerializedContentCache;
  return {
    memory: deserializeRenderCache(texts),
    pictures: new Map(
      pictures.map(([file, seen, facts]) => {
        const original = { ...facts, path: join(content, file) };
        return [file, { seen, taken: { original, picture: planPicture(original) } }];
      }),
    ),
  };
}

/**
 * Leaves out what is no longer used, and files that had changed just before they were read: one more change could not be seen.
 * @param used by their paths from the content folder
 * @param lookedAt when the reading began, by the clock of the file system, in milliseconds since 1970
 */
export function serializeContentCache(
  program: string,
  { memory, pictures }: ContentCache,
  used: { readonly texts: Iterable<string>; readonly pictures: Iterable<string> },
  lookedAt: number,
): SerializedContentCache {
  return {
    program,
    texts: serializeRenderCache(memory, used.texts, lookedAt),
    pictures: [...used.pictures].flatMap((file) => {
      const { seen, taken } = pictures.get(file)!;
      if (!seen || !('original' in taken) || isRacy(seen, lookedAt)) return [];
      const { path: _, ...facts } = taken.original;
      return [[file, seen, facts] as const];
    }),
  };
}

/** @param site the folder of the finished site, absolute */
export function writeContentCache(site: string, note: SerializedContentCache): Promise<void> {
  return writeEntry(site, 'known', note.program, serialize(note));
}
