import { cpSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '#edition/edition.ts';
import type { MadeEdition } from '#edition/make-edition.ts';
import { pictureFault } from '#edition/pictures.ts';
import { socialCards } from '#edition/social-cards.ts';
import { encodePictures } from '#images/encode.ts';
import { placeCards } from '#images/place-cards.ts';
import { Problems } from '#schema/problem.ts';
import { urls } from '#site/urls.ts';
import { makePressKits } from './press-kits.ts';
import { cacheFolder } from './program.ts';

/**
 * Puts what stands beside the pages into the folder of a site: the pictures in their sizes, the social cards, the files to download.
 * @returns the edition, which knows now how large its pictures are (feeds tell it), and has its archives for journalists; and the digest of the source of each
 *   picture, by the name of the output
 * @throws {Problems} when a picture turns out to be damaged
 */
export async function placeFiles({ originals, files, edition }: MadeEdition, content: string, folder: string): Promise<{ edition: Edition; pictures: Record<string, string> }> {
  const { failures, manifest } = await encodePictures(originals, { cacheDir: join(cacheFolder, 'images'), outDir: join(folder, urls.picture('')) });
  if (failures.length > 0) {
    const fileOf = (path: string) => path.slice(content.length + 1);
    throw new Problems(failures.map((failure) => ({ ...pictureFault(failure, fileOf(failure.path)), file: fileOf(failure.path) })));
  }
  await placeCards(socialCards(edition, content), { cacheDir: join(cacheFolder, 'images'), outDir: folder });
  const byFile = new Map(originals.map((original) => [original.path.slice(content.length + 1), original]));
  const pressKits = await makePressKits(edition, (file) => byFile.get(file)!, join(cacheFolder, 'images'));
  const { emblem } = edition.model.site;
  const copies = [...files, ...(emblem ? [{ file: emblem, address: urls.emblem(emblem) }] : [])];
  for (const { file, address } of copies) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    cpSync(join(content, file), join(folder, address));
  }
  const names = new Set([...edition.pictures.values()].map(({ fallback }) => fallback.name));
  return {
    edition: { ...edition, pressKits, pictureSizes: new Map([...names].map((name) => [name, statSync(join(folder, urls.picture(name))).size])) },
    pictures: Object.fromEntries(Object.entries(manifest).map(([name, { sourceDigest }]) => [name, sourceDigest])),
  };
}
