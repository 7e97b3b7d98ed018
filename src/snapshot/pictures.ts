import { join } from 'node:path';
import { type Original, type Picture, planPicture } from '#images/picture.ts';
import { readOriginal } from '#images/read-original.ts';
import { UnreadablePicture } from '#images/unreadable-picture.ts';
import type { FilledProblem } from '#schema/problem.ts';
import { type InputStat, readInputStat } from '#cache/file-stat.ts';

/** What is wrong with a picture, wherever it is used. */
export type PictureFault = FilledProblem;

/** A picture that was read, or what is wrong with it. */
export type TakenPicture =
  { readonly original: Original; readonly picture: Picture } | PictureFault;

/** Pictures that were read before, by the path from the content folder: one whose identity (see `identityOf`) is the same is not read again. */
export type KnownPictures = Map<string, KnownPicture>;

export interface KnownPicture {
  /** Undefined where there was none. */
  readonly seen: InputStat | undefined;
  readonly taken: TakenPicture;
}

/** The pictures that the texts of this build use, and no others: what nothing public asks for is never read. */
export interface PictureCollector {
  /** @param file the path from the content folder */
  use(file: string): Promise<Picture | PictureFault>;
  /** Every picture used and readable, by the path from the content folder. */
  used(): Promise<Map<string, { original: Original; picture: Picture }>>;
}

/** @param known changed by the use of the shelf */
export function createPictureCollector(folder: string, known: KnownPictures): PictureCollector {
  const shelf = new Map<string, Promise<TakenPicture>>();
  const readOnce = async (file: string) => {
    const seen = readInputStat(join(folder, file));
    const before = known.get(file);
    if (before && before.seen?.identity === seen?.identity) return before.taken;
    const taken = await read(folder, file);
    known.set(file, { seen, taken });
    return taken;
  };
  const take = (file: string) => {
    let found = shelf.get(file);
    if (!found) shelf.set(file, (found = readOnce(file)));
    return found;
  };
  return {
    async use(file) {
      const taken = await take(file);
      return 'picture' in taken ? taken.picture : taken;
    },
    async used() {
      const all = await Promise.all(
        [...shelf]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(async ([file, taken]) => [file, await taken] as const),
      );
      return new Map(
        all.flatMap(([file, taken]) => ('picture' in taken ? [[file, taken] as const] : [])),
      );
    },
  };
}

async function read(folder: string, file: string): Promise<TakenPicture> {
  try {
    const original = await readOriginal(join(folder, file));
    return { original, picture: planPicture(original) };
  } catch (error) {
    if (error instanceof UnreadablePicture) return pictureFault(error, file);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { id: 'missing-picture', params: { path: file } };
    throw error;
  }
}

/** An unreadable picture as a problem. */
export function pictureFault({ reason }: UnreadablePicture, file: string): PictureFault {
  return { id: `picture-${reason}`, params: { path: file } };
}
