import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { BuildResults, ContentSnapshot, PressKitFile } from '#snapshot/snapshot.ts';
import { encodeWhole, wholeEncoderVersion } from '#images/codec.ts';
import type { Original } from '#images/picture.ts';
import { openKeptFiles } from '#images/kept-files.ts';
import { type PressKit, pressKits } from '#outputs/share/press-kit.ts';
import { writeZip } from '#outputs/share/zip.ts';
import { hashOf } from '#cache/hash.ts';
import { mustGet } from '#lang/lookup.ts';

/** Increase it when the layout of the archive changes. */
const recipe = 1;

/**
 * Makes the archives for journalists that a site offers. They go into the cache, and an archive from an earlier build
 * is used again.
 * @param original returns a picture by its path from the content folder
 * @param cacheDir absolute
 * @returns the archives, and the kept files that were damaged and therefore made again
 */
export async function buildPressKits(
  snapshot: ContentSnapshot,
  original: (file: string) => Original,
  cacheDir: string,
): Promise<Pick<BuildResults, 'pressKits'> & { readonly damaged: readonly string[] }> {
  const made = new Map<PressKit['id'], PressKitFile>();
  const kits = pressKits(snapshot);
  const kept = await openKeptFiles(cacheDir);
  // The workers share one iterator: each takes the next archive when it has finished its last.
  const queue = kits.values();
  const work = async () => {
    for (const kit of queue) {
      const key = hashOf([
        recipe,
        wholeEncoderVersion,
        kit,
        kit.pictures.map(({ file }) => original(file).digest),
      ]);
      const name = `kit-${key}.zip`;
      if (!(await kept.has(name))) await kept.keep(name, await makePressKit(kit, original));
      const path = kept.pathOf(name);
      made.set(kit.id, { key, path, size: statSync(path).size });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  // In the order of the announcements, so that the result does not depend on which archive was finished first.
  return {
    pressKits: new Map(kits.map(({ id }) => [id, mustGet(made, id)])),
    damaged: kept.damaged(),
  };
}

async function makePressKit(
  { texts, pictures }: PressKit,
  original: (file: string) => Original,
): Promise<Buffer> {
  const members: Array<readonly [string, string | Uint8Array]> = [...texts];
  for (const { file, name, xmp } of pictures) {
    const { path, format, hasAlpha } = original(file);
    // Drawings stay lossless; photographs stay small.
    const [type, ending] =
      hasAlpha || format === 'png'
        ? (['image/png', 'png'] as const)
        : (['image/jpeg', 'jpg'] as const);
    members.push([`${name}.${ending}`, await encodeWhole(readFileSync(path), type, xmp)]);
  }
  return Buffer.from(writeZip(members));
}
