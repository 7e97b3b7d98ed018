import { cpSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuildResults, ContentSnapshot } from '#snapshot/snapshot.ts';
import type { MadeSnapshot } from '#snapshot/make-snapshot.ts';
import { pictureFault } from '#snapshot/pictures.ts';
import { socialCards } from '#snapshot/social-cards.ts';
import { isOfDrafts, withoutPictures } from '#snapshot/without-pictures.ts';
import { encodePictures } from '#images/encode.ts';
import { placeCards } from '#images/place-cards.ts';
import { type Problem, Problems } from '#schema/problem.ts';
import { urls } from '#site/urls.ts';
import { buildPressKits } from './press-kits.ts';
import { cacheFolder } from '#cache/program.ts';
import { mustGet } from '#lang/lookup.ts';

/**
 * Writes the other files of a site into its folder: the pictures in their sizes, the social cards, the downloads.
 * @param content the content folder, absolute
 * @param folder the folder of the site, absolute
 * @returns the snapshot without the damaged pictures of drafts; the file sizes of its pictures (for feeds); the
 *   archives for journalists; the hash of each picture's original, by the name of the output file; and in `remade`
 *   the names of kept files that were damaged and made again
 * @throws {Problems} when a picture is damaged. A damaged picture that only drafts use is left out and reported in
 *   `unfinished`
 */
export async function writeAssets(
  { originals, files, snapshot: made }: MadeSnapshot,
  content: string,
  folder: string,
): Promise<{
  snapshot: ContentSnapshot;
  results: Pick<BuildResults, 'pictureSizes' | 'pressKits'>;
  pictures: Record<string, string>;
  remade: readonly string[];
  unfinished: readonly Problem[];
}> {
  const { failures, manifest, ...encoded } = await encodePictures(originals, {
    cacheDir: join(cacheFolder, 'images'),
    outDir: join(folder, urls.picture('')),
  });
  const damaged = failures.map((failure) => {
    const file = failure.path.slice(content.length + 1);
    return { ...pictureFault(failure, file), file };
  });
  const { unfinished = [], stopping = [] } = Object.groupBy(damaged, ({ file }) =>
    isOfDrafts(made, file) ? 'unfinished' : 'stopping',
  );
  if (stopping.length > 0) throw new Problems(stopping);
  const snapshot = withoutPictures(made, new Set(unfinished.map(({ file }) => file)));
  const cards = await placeCards(socialCards(snapshot, content), {
    cacheDir: join(cacheFolder, 'images'),
    outDir: folder,
  });
  const byFile = new Map(
    originals.map((original) => [original.path.slice(content.length + 1), original]),
  );
  const { pressKits, ...packed } = await buildPressKits(
    snapshot,
    (file) => mustGet(byFile, file),
    join(cacheFolder, 'images'),
  );
  const { emblem } = snapshot.model.site;
  const copies = [...files, ...(emblem ? [{ file: emblem, address: urls.emblem(emblem) }] : [])];
  for (const { file, address } of copies) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    cpSync(join(content, file), join(folder, address));
  }
  const names = new Set([...snapshot.pictures.values()].map(({ fallback }) => fallback.name));
  return {
    snapshot,
    results: {
      pressKits,
      pictureSizes: new Map(
        [...names].map((name) => [name, statSync(join(folder, urls.picture(name))).size]),
      ),
    },
    unfinished,
    remade: [...encoded.damaged, ...cards.damaged, ...packed.damaged],
    pictures: Object.fromEntries(
      Object.entries(manifest).map(([name, { sourceDigest }]) => [name, sourceDigest]),
    ),
  };
}
