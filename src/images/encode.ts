import { mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { byCode } from '#lang/sort.ts';
import { decode, encode, encoderVersion, type Pixels } from './codec.ts';
import {
  type Original,
  type PictureOutput,
  outputsOf,
  type Picture,
  planPicture,
} from './picture.ts';
import { sourceDigest } from './read-original.ts';
import { UnreadablePicture } from './unreadable-picture.ts';
import { absent, isWhole, placeAt, writeWhole } from './whole-files.ts';

export interface EncodeOptions {
  /** Kept between builds; may be shared by builds that run at the same time. */
  readonly cacheDir: string;
  readonly outDir: string;
  /** How many pictures at a time. libuv works on four at most, unless UV_THREADPOOL_SIZE says otherwise. */
  readonly concurrency?: number;
}

/** What was put into `outDir`, and what could not be. */
export interface PictureReport {
  /** Files encoded in this run. */
  readonly written: number;
  /** Files that an earlier run had encoded. */
  readonly fromCache: number;
  /** In order of path. An unreadable picture leaves nothing in `outDir`. */
  readonly failures: readonly UnreadablePicture[];
  /** Which source each output came from, in order of output name. Paths are as `readOriginal` was given them; of a picture in several places, the first. */
  readonly manifest: Readonly<
    Record<string, { readonly source: string; readonly sourceDigest: string }>
  >;
}

/**
 * Publishes the planned files of every original into `outDir`. An original is read only when the cache lacks one of its files.
 * Unreadable pictures are reported all together; only the disk's own errors are thrown.
 */
export async function encodePictures(
  originals: readonly Original[],
  options: EncodeOptions,
): Promise<PictureReport> {
  const { cacheDir, outDir, concurrency = availableParallelism() } = options;
  await Promise.all([cacheDir, outDir].map((dir) => mkdir(dir, { recursive: true })));

  let written = 0;
  let fromCache = 0;
  const failures: UnreadablePicture[] = [];
  const sources: [name: string, { source: string; sourceDigest: string }][] = [];

  // The workers share one iterator: each takes the next picture when it has finished its last.
  const queue = byDigest(originals).values();
  const work = async () => {
    for (const [first, ...sameBytes] of queue) {
      try {
        const { outputs, encoded } = await encodePicture(first, cacheDir, outDir);
        written += encoded;
        fromCache += outputs.length - encoded;
        for (const { name } of outputs)
          sources.push([name, { source: first.path, sourceDigest: first.digest }]);
      } catch (error) {
        if (!(error instanceof UnreadablePicture)) throw error;
        failures.push(
          error,
          ...sameBytes.map(({ path }) => new UnreadablePicture(path, error.reason, error.cause)),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));

  return {
    written,
    fromCache,
    failures: failures.sort((a, b) => byCode(a.path, b.path)),
    manifest: Object.fromEntries(sources.sort(([a], [b]) => byCode(a, b))),
  };
}

async function encodePicture(
  original: Original,
  cacheDir: string,
  outDir: string,
): Promise<{ outputs: PictureOutput[]; encoded: number }> {
  const picture = planPicture(original);
  const outputs = outputsOf(picture);
  const cached = (output: PictureOutput) => join(cacheDir, cacheName(output));

  const present = await Promise.all(outputs.map((output) => isWhole(cached(output))));
  const missing = outputs.filter((_, index) => !present[index]);
  if (missing.length > 0) {
    const pixels = await decodeOriginal(original, picture);
    await Promise.all(
      missing.map(async (output) =>
        writeWhole(cached(output), await encode(pixels, output.width, output.height, output.type)),
      ),
    );
  }
  await Promise.all(outputs.map((output) => placeAt(join(outDir, output.name), cached(output))));
  return { outputs, encoded: missing.length };
}

/** Decodes to the widest size always, even if only a narrow file is missing: else its bytes would depend on what the cache held. */
async function decodeOriginal(
  { path, digest }: Original,
  { width, height }: Picture,
): Promise<Pixels> {
  const bytes = await readFile(path).catch(absent);
  // Other bytes under this digest would stay in the cache for good.
  if (bytes === undefined || sourceDigest(bytes) !== digest)
    throw new UnreadablePicture(path, 'changed');
  return decode(bytes, width, height).catch((error: unknown) => {
    throw new UnreadablePicture(path, 'damaged', error);
  });
}

/** Names all that decides the bytes: the original (in the output's name), the size, the type and the encoder. */
function cacheName({ name, height }: PictureOutput): string {
  return `${encoderVersion}-${height}-${name}`;
}

/** Originals of the same bytes become the same files, so they are encoded once; the first path comes first on every machine. */
function byDigest(originals: readonly Original[]): [Original, ...Original[]][] {
  const groups = new Map<string, [Original, ...Original[]]>();
  for (const original of originals.toSorted((a, b) => byCode(a.path, b.path))) {
    const group = groups.get(original.digest);
    if (group) group.push(original);
    else groups.set(original.digest, [original]);
  }
  return [...groups.values()];
}
