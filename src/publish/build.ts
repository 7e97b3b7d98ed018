import { cpSync, mkdirSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStopwatch, type Clock, type Stopwatch } from '#clock.ts';
import { type MadeEdition, makeEdition } from '#edition/make-edition.ts';
import { pictureFault } from '#edition/pictures.ts';
import { encodePictures } from '#images/encode.ts';
import { Problems } from '#schema/problem.ts';
import { searchRecords } from '#search/records.ts';
import { writeSearchIndex } from '#search/write-index.ts';
import { urls } from '#site/urls.ts';
import { programFolder, renderPages } from './astro.ts';
import { takeLock } from './lock.ts';

export interface BuildOptions {
  /** The content folder, absolute. */
  readonly content: string;
  /** Where the site is to stand, absolute; what stands there is replaced when all has succeeded. */
  readonly out: string;
  readonly clock: Clock;
  /** Show what is held, marked: never for the public. */
  readonly preview?: boolean;
}

export interface BuildReport {
  readonly announcements: number;
  readonly texts: number;
  readonly pictures: number;
  readonly parts: ReturnType<Stopwatch['stop']>;
}

const cache = fileURLToPath(new URL('.cache/', programFolder));

/**
 * Builds the site of a content folder. It is written beside its place and put there when it is whole.
 * @throws {Problems} what is wrong with the content; the site that stood there is untouched
 * @throws {LockHeld} when another build runs in this checkout: Astro shares files between builds
 */
export async function buildSite({ content, out, clock, preview = false }: BuildOptions): Promise<BuildReport> {
  const giveBack = takeLock(join(cache, 'build.lock'));
  // In the same folder as its place, so that one rename suffices.
  const beside = join(dirname(out), `.${basename(out)}.new`);
  const watch = createStopwatch();
  try {
    watch.start('read');
    const made = await makeEdition({ folder: content, clock, preview });
    const { edition } = made;
    rmSync(beside, { recursive: true, force: true });
    watch.start('pages');
    await renderPages(edition, beside);
    watch.start('pictures');
    await placePictures(made, content, beside);
    placeFiles(made, content, beside);
    watch.start('search');
    await writeSearchIndex(searchRecords(edition), join(beside, urls.searchIndex));
    watch.start('swap');
    swap(beside, out);
    const { announcements } = edition.model;
    return {
      announcements: announcements.length,
      texts: announcements.reduce((sum, { texts }) => sum + Object.keys(texts).length, 0),
      pictures: made.originals.length,
      parts: watch.stop(),
    };
  } finally {
    rmSync(beside, { recursive: true, force: true });
    giveBack();
  }
}

async function placePictures({ originals, edition }: MadeEdition, content: string, folder: string): Promise<void> {
  const { failures } = await encodePictures(originals, { cacheDir: join(cache, 'images'), outDir: join(folder, urls.picture('')) });
  if (failures.length > 0) {
    throw new Problems(failures.map((failure) => {
      const file = failure.path.slice(content.length + 1);
      return { ...pictureFault(failure, file), file };
    }));
  }
  const { emblem } = edition.model.site;
  if (emblem) cpSync(join(content, emblem), join(folder, urls.emblem(emblem)));
}

function placeFiles({ files }: MadeEdition, content: string, folder: string): void {
  for (const { file, address } of files) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    cpSync(join(content, file), join(folder, address));
  }
}

/** Puts a finished folder in place of another. */
function swap(finished: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(finished, place);
  rmSync(old, { recursive: true, force: true });
}
