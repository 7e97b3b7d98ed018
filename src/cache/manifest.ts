import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import {
  type BuildCache,
  type KeptResult,
  type StoredResult,
  type StoredResults,
  type StoredValue,
} from './build-cache.ts';
import { cacheFolder } from './program.ts';

/** Where the cache of a finished site stands: every result of its build, by name and key. */
export interface Manifest<Build = unknown> {
  /** Every file of the site, by its path from the site's root. */
  readonly files: ReadonlyMap<string, FileResult>;
  readonly results: StoredResults;
  /** What the build says of itself: opaque here. */
  readonly build: Build;
}

export interface FileResult {
  /** `outputStat` of the file: one with another has been touched since. */
  readonly stat: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** The key it was made from. Without one it is made again each time. */
  readonly key?: string | undefined;
}

/** Raised whenever the manifest means something else than before. */
const version = 2;

interface WrittenManifest {
  readonly version: number;
  readonly toolchain: string;
  readonly files: ReadonlyArray<
    readonly [path: string, stat: string, sha256: string, key?: string]
  >;
  readonly values: ReadonlyMap<string, StoredResult>;
  readonly strings: readonly string[];
  readonly build: unknown;
}

// Not in the site's own folder, which is all public, nor beside it, where nothing is ours.
const sitesFolder = join(cacheFolder, 'sites');

/**
 * @param site the folder of the finished site, absolute
 * @param toolchain see `toolchainKey`: what another toolchain has made is not used
 * @returns undefined where there is none, or where it is damaged or of another version or toolchain
 */
export function readManifest<Build>(site: string, toolchain: string): Manifest<Build> | undefined {
  const written = readWritten(site);
  if (written?.toolchain !== toolchain) return undefined;
  const { files, values, strings, build } = written;
  return {
    files: new Map(files.map(([path, stat, sha256, key]) => [path, { stat, sha256, key }])),
    results: { values, strings, read: valueReader(join(folderOf(site), valuesName)) },
    build: build as Build,
  };
}

/**
 * What the build of a site said of itself, and the SHA-256 of its files, whatever toolchain has built it.
 * @returns undefined where there is no manifest to be trusted
 */
export function readBuild<Build>(
  site: string,
): { readonly build: Build; readonly files: ReadonlyMap<string, string> } | undefined {
  const written = readWritten(site);
  return (
    written && {
      build: written.build as Build,
      files: new Map(written.files.map(([path, , sha256]) => [path, sha256])),
    }
  );
}

/**
 * Writes what was made, whole or not at all. Values that an earlier build has written stay where they are; new ones are
 * written behind them, so an older manifest that names the same file of values stays true.
 * @param site the folder of the finished site, absolute
 * @param before the folder of the site whose manifest the cache was made from, where that is another
 */
export function writeManifest(
  site: string,
  toolchain: string,
  made: Pick<Manifest, 'files' | 'build'> & { readonly cache: BuildCache },
  before: string | undefined = site,
): void {
  const folder = folderOf(site);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'site'))) writeFileSync(join(folder, 'site'), site);
  const place = join(folder, valuesName);
  if (before !== undefined && before !== site) shareFile(join(folderOf(before), valuesName), place);
  let { values, strings } = made.cache.results();
  if (isMostlyGarbage(place, values)) {
    ({ values, strings } = made.cache.results(true));
    // Other manifests may name the old file: it keeps its bytes under their names.
    rmSync(place, { force: true });
  }
  const written: WrittenManifest = {
    version,
    toolchain,
    files: [...made.files].map(([path, { stat, sha256, key }]) =>
      key === undefined ? [path, stat, sha256] : [path, stat, sha256, key],
    ),
    values: appendValues(place, values),
    strings,
    build: made.build,
  };
  const bytes = serialize(written);
  const next = join(folder, 'manifest.new');
  writeFileSync(next, Buffer.concat([Buffer.from(`${checksumOf(bytes)}\n`), bytes]));
  renameSync(next, join(folder, 'manifest'));
}

export function deleteManifest(site: string): void {
  rmSync(join(folderOf(site), 'manifest'), { force: true });
}

/** Deletes the manifests of sites that no longer exist: each release is a site of its own. */
export function deleteStaleManifests(): void {
  for (const name of existsSync(sitesFolder) ? readdirSync(sitesFolder) : []) {
    const folder = join(sitesFolder, name);
    // One without the name of its site is being written by another build.
    if (existsSync(join(folder, 'site')) && !existsSync(readFileSync(join(folder, 'site'), 'utf8')))
      rmSync(folder, { recursive: true, force: true });
  }
}

const valuesName = 'values';

function folderOf(site: string): string {
  return join(sitesFolder, hash('sha256', site, 'hex').slice(0, 20));
}

function checksumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

function readWritten(site: string): WrittenManifest | undefined {
  try {
    const bytes = readFileSync(join(folderOf(site), 'manifest'));
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (bytes.toString('latin1', 0, end) !== checksumOf(body)) return undefined;
    const written = deserialize(body) as WrittenManifest;
    return written.version === version ? written : undefined;
  } catch {
    return undefined; // None there, or none that can be read.
  }
}

/**
 * Reads values from their file, which is opened when the first is asked for. Values are small and are asked for nearly
 * in the order in which they were written. So a piece of the file is read at a time; a value within it costs no call of
 * the system.
 */
function valueReader(place: string): StoredResults['read'] {
  let file: number | undefined;
  let [piece, start] = [Buffer.alloc(0), 0];
  return ({ at, length, checksum }) => {
    try {
      file ??= openSync(place, 'r');
      if (at < start || at + length > start + piece.length) {
        const next = Buffer.allocUnsafe(Math.max(length, readAtOnce));
        [piece, start] = [next.subarray(0, readSync(file, next, 0, next.length, at)), at];
      }
      const bytes = piece.subarray(at - start, at - start + length);
      return bytes.length === length && crc32(bytes, 0) === checksum ? bytes : undefined;
    } catch {
      return undefined; // Thrown away with the rest of the cache.
    }
  };
}

/** The same file under a second name, so that both sites use what the other has written. Where that cannot be, the new one begins empty. */
function shareFile(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    // No such file, or a file system without links: values that are only there are made again.
  }
}

/** Whether most of a file of values is no longer used. */
function isMostlyGarbage(place: string, values: ReadonlyMap<string, KeptResult>): boolean {
  const size = existsSync(place) ? readSizeOf(place) : 0;
  let used = 0;
  for (const result of values.values()) if ('stored' in result) used += result.stored.length;
  return size > 2 * used;
}

function readSizeOf(place: string): number {
  const file = openSync(place, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

/** In bytes. Values are small and many, so they are written and read in pieces of this size. */
const [writtenAtOnce, readAtOnce] = [1 << 22, 1 << 20];

/** @returns where each value lies now */
function appendValues(
  place: string,
  values: ReadonlyMap<string, KeptResult>,
): Map<string, StoredResult> {
  const file = openSync(place, 'a');
  try {
    let at = fstatSync(file).size;
    let [pending, size]: [Uint8Array[], number] = [[], 0];
    const write = () => {
      if (size > 0) writeSync(file, Buffer.concat(pending, size));
      [pending, size] = [[], 0];
    };
    const stored = new Map(
      [...values].map(([id, result]) => {
        if ('stored' in result) return [id, result];
        const { key, answers } = result;
        const bytes = result.encode();
        const value: StoredValue = { at, length: bytes.length, checksum: crc32(bytes, 0) };
        at += bytes.length;
        pending.push(bytes);
        size += bytes.length;
        if (size > writtenAtOnce) write();
        return [id, { key, answers, stored: value }];
      }),
    );
    write();
    return stored;
  } finally {
    closeSync(file);
  }
}
