import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BuildResults, ContentSnapshot, PressKitFile } from '#snapshot/snapshot.ts';
import { encodeWhole, wholeEncoderVersion } from '#images/codec.ts';
import type { Original } from '#images/picture.ts';
import { writeWhole } from '#images/whole-files.ts';
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
 */
export async function buildPressKits(
  snapshot: ContentSnapshot,
  original: (file: string) => Original,
  cacheDir: string,
): Promise<BuildResults['pressKits']> {
  const made = new Map<PressKit['id'], PressKitFile>();
  const kits = pressKits(snapshot);
  if (kits.length > 0) mkdirSync(cacheDir, { recursive: true });
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
      const path = join(cacheDir, `kit-${key}.zip`);
      if (!existsSync(path)) await writeWhole(path, await makePressKit(kit, original));
      made.set(kit.id, { key, path, size: statSync(path).size });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  // In the order of the announcements, so that the result does not depend on which archive was finished first.
  return new Map(kits.map(({ id }) => [id, mustGet(made, id)]));
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
