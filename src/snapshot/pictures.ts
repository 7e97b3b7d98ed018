import { join } from 'node:path';
import type { BuildCache, Task } from '#cache/build-cache.ts';
import { fileKey } from '#cache/file-stat.ts';
import { type Original, type Picture, planPicture } from '#images/picture.ts';
import { readOriginal } from '#images/read-original.ts';
import { UnreadablePicture } from '#images/unreadable-picture.ts';
import type { FilledProblem } from '#schema/problem.ts';

/** A problem with a picture, without the place where the picture is used. */
export type PictureFault = FilledProblem;

/** A picture that was read successfully. */
export interface TakenPicture {
  readonly original: Original;
  readonly picture: Picture;
}

/** Collects the pictures that the texts of this build use. A picture that nothing public uses is never read. */
export interface PictureCollector {
  /**
   * Marks a picture as used, and reads it the first time.
   * @param file the path from the content folder
   */
  use(file: string): Promise<Picture | PictureFault>;
  /** Every picture that was used and could be read, by its path from the content folder. */
  used(): Promise<Map<string, TakenPicture>>;
}

/** The data of a picture without its path, because the path depends on the location of the content folder. */
type PictureFacts = Omit<Original, 'path'> | PictureFault;

const reading: Task<PictureFacts> = { kind: 'picture' };

/**
 * Creates the collector of one build.
 * @param folder the content folder, absolute
 * @param cache where results are kept, so that a picture that has not changed since an earlier build is not read again
 */
export function createPictureCollector(folder: string, cache: BuildCache): PictureCollector {
  const collected = new Map<string, Promise<TakenPicture | PictureFault>>();
  const take = async (file: string): Promise<TakenPicture | PictureFault> => {
    const path = join(folder, file);
    const key = fileKey(path, cache.startedAt);
    const facts = await cache.asking(reading, file, key, noAnswers, () => read(path, file));
    if ('id' in facts) return facts;
    const original: Original = { ...facts, path };
    return { original, picture: planPicture(original) };
  };
  const takeOnce = (file: string) => {
    let taken = collected.get(file);
    if (!taken) collected.set(file, (taken = take(file)));
    return taken;
  };
  return {
    async use(file) {
      const taken = await takeOnce(file);
      return 'picture' in taken ? taken.picture : taken;
    },
    async used() {
      const all = await Promise.all(
        [...collected]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(async ([file, taken]) => [file, await taken] as const),
      );
      return new Map(
        all.flatMap(([file, taken]) => ('picture' in taken ? [[file, taken] as const] : [])),
      );
    },
  };
}

/** Reading a picture depends on nothing but the file, so there are no answers to check. */
function noAnswers(): undefined {}

async function read(path: string, file: string): Promise<PictureFacts> {
  try {
    const { path: _, ...facts } = await readOriginal(path);
    return facts;
  } catch (error) {
    if (error instanceof UnreadablePicture) return pictureFault(error, file);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { id: 'missing-picture', params: { path: file } };
    throw error;
  }
}

/** Converts the error of an unreadable picture into a problem. */
export function pictureFault({ reason }: UnreadablePicture, file: string): PictureFault {
  return { id: `picture-${reason}`, params: { path: file } };
}
