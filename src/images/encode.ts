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
import { type KeptFiles, openKeptFiles } from './kept-files.ts';
import { absent } from './whole-files.ts';

/** Where the encoded files go, and how many pictures to process at a time. */
export interface EncodeOptions {
  /** Kept between builds. Builds that run at the same time may share it. */
  readonly cacheDir: string;
  readonly outDir: string;
  /** How many pictures to process at a time. libuv runs at most four at once, unless UV_THREADPOOL_SIZE is set. */
  readonly concurrency?: number;
}

/** What was written to `outDir`, and which pictures failed. */
export interface PictureReport {
  /** Files encoded in this run. */
  readonly written: number;
  /** Files that an earlier run encoded. */
  readonly fromCache: number;
  /** Kept files that were damaged and therefore encoded again. */
  readonly damaged: readonly string[];
  /** Sorted by path. An unreadable picture leaves no files in `outDir`. */
  readonly failures: readonly UnreadablePicture[];
  /**
   * The original of each output, sorted by output name. Paths are as they were passed to `readOriginal`. If the same
   * picture lies in several places, this names the first.
   */
  readonly manifest: Readonly<
    Record<string, { readonly source: string; readonly sourceDigest: string }>
  >;
}

/**
 * Writes the planned files of every original to `outDir`. An original is read only if the cache lacks one of its files.
 * @returns a report that lists all unreadable pictures
 * @throws only the errors of the file system
 */
export async function encodePictures(
  originals: readonly Original[],
  options: EncodeOptions,
): Promise<PictureReport> {
  const { cacheDir, outDir, concurrency = availableParallelism() } = options;
  const kept = await openKeptFiles(cacheDir);
  await mkdir(outDir, { recursive: true });

  let written = 0;
  let fromCache = 0;
  const failures: UnreadablePicture[] = [];
  const sources: [name: string, { source: string; sourceDigest: string }][] = [];

  // The workers share one iterator: each takes the next picture when it has finished its last.
  const queue = byDigest(originals).values();
  const work = async () => {
    for (const [first, ...sameBytes] of queue) {
      try {
        const { outputs, encoded } = await encodePicture(first, kept, outDir);
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
    damaged: kept.damaged(),
    failures: failures.sort((a, b) => byCode(a.path, b.path)),
    manifest: Object.fromEntries(sources.sort(([a], [b]) => byCode(a, b))),
  };
}

async function encodePicture(
  original: Original,
  kept: KeptFiles,
  outDir: string,
): Promise<{ outputs: PictureOutput[]; encoded: number }> {
  const picture = planPicture(original);
  const outputs = outputsOf(picture);

  const present = await Promise.all(outputs.map((output) => kept.has(cacheName(output))));
  const missing = outputs.filter((_, index) => !present[index]);
  if (missing.length > 0) {
    const pixels = await decodeOriginal(original, picture);
    await Promise.all(
      missing.map(async (output) =>
        kept.keep(
          cacheName(output),
          await encode(pixels, output.width, output.height, output.type),
        ),
      ),
    );
  }
  await Promise.all(
    outputs.map((output) => kept.place(cacheName(output), join(outDir, output.name))),
  );
  return { outputs, encoded: missing.length };
}

/**
 * Always decodes to the widest size, even if only a narrow file is missing. Otherwise the bytes would depend on the
 * contents of the cache.
 */
async function decodeOriginal(
  { path, digest }: Original,
  { width, height }: Picture,
): Promise<Pixels> {
  const bytes = await readFile(path).catch(absent);
  // Otherwise the cache would keep wrong bytes under this digest for ever.
  if (bytes === undefined || sourceDigest(bytes) !== digest)
    throw new UnreadablePicture(path, 'changed');
  return decode(bytes, width, height).catch((error: unknown) => {
    throw new UnreadablePicture(path, 'damaged', error);
  });
}

/**
 * The cache key as a file name. It covers everything that decides the bytes: the original (in the output's name), the
 * size, the type and the encoder.
 */
function cacheName({ name, height }: PictureOutput): string {
  return `${encoderVersion}-${height}-${name}`;
}

/**
 * Groups originals with the same bytes: they give the same files, so they are encoded once. The first path is the same
 * on every machine.
 */
function byDigest(originals: readonly Original[]): [Original, ...Original[]][] {
  const groups = new Map<string, [Original, ...Original[]]>();
  for (const original of originals.toSorted((a, b) => byCode(a.path, b.path))) {
    const group = groups.get(original.digest);
    if (group) group.push(original);
    else groups.set(original.digest, [original]);
  }
  return [...groups.values()];
}
