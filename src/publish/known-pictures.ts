import { join } from 'node:path';
import type { KnownPictures } from '#edition/pictures.ts';
import { type Original, planPicture } from '#images/picture.ts';
import { coarsest } from '#site/stamp.ts';
import { readNote, writeNote } from './notes.ts';

/** What is remembered of a picture. */
type Remembered = readonly [file: string, identity: string, changed: number, original: Omit<Original, 'path'>];

/** @param site the folder of the site that was made of them, absolute
 * @param program see `programDigest`: what is known of a picture is what this program has read of it */
export function readKnownPictures(site: string, content: string, program: string): KnownPictures {
  const text = readNote(site, 'pictures', program);
  const remembered = text === undefined ? [] : (JSON.parse(text) as Remembered[]);
  return new Map(
    remembered.map(([file, identity, changed, facts]) => {
      const original = { ...facts, path: join(content, file) };
      return [file, { identity, changed, taken: { original, picture: planPicture(original) } }];
    }),
  );
}

/** What is to be remembered of the pictures of an edition. */
export interface PictureNote {
  readonly program: string;
  readonly pictures: readonly Remembered[];
}

/**
 * Leaves out pictures that are no longer used, and those that had changed just before they were read: one more change could not be seen.
 * @param lookedAt when the reading began, by the clock of the file system, in milliseconds since 1970
 */
export function pictureNote(program: string, known: KnownPictures, used: ReadonlySet<string>, lookedAt: number): PictureNote {
  const pictures = [...known].flatMap(([file, { identity, changed, taken }]): Remembered[] => {
    if (identity === undefined || !('original' in taken) || !used.has(file) || changed + coarsest >= lookedAt) return [];
    const { path: _, ...facts } = taken.original;
    return [[file, identity, changed, facts]];
  });
  return { program, pictures };
}

export function writePictureNote(site: string, { program, pictures }: PictureNote): void {
  writeNote(site, 'pictures', program, JSON.stringify(pictures));
}
