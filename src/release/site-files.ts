import { statSync } from 'node:fs';
import { join } from 'node:path';
import { outputStat, sha256Of, sizeIn } from '#cache/file-stat.ts';
import { listFiles } from '#cache/list-files.ts';
import { filesAddress, type SiteFiles } from '#history/release-state.ts';
import { UserError } from '#messages/user-error.ts';

/** The address of the public part of the health: a monitor can ask for it. It is replaced without a publication. */
export const healthAddress = '/_state/health.json';

/** A file that a finished site must have. */
export interface ExpectedFile {
  /** See `outputStat`. A file with this stat has just been hashed, and is not read again. */
  readonly stat?: string | undefined;
  /** In bytes. */
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}

/** The files that a finished site must have, by their path from the root of the site. It may have others. */
export type ExpectedFiles = ReadonlyMap<string, ExpectedFile>;

/** Something that is wrong with a file of a public site. */
export interface FileFault {
  readonly fault: 'file-changed' | 'file-missing' | 'file-unknown';
  /** Its path from the root of the site. */
  readonly file: string;
}

/**
 * Lists every file of a site that is about to become public, with size and hash. Checks that the site is complete, so
 * that neither a bug nor another program nor a disk can make half of it public.
 * @param folder absolute
 * @throws {UserError} when a file is missing or has the wrong size or other bytes
 */
export function listSite(folder: string, expected: ExpectedFiles): SiteFiles {
  for (const [path, { stat, size = stat === undefined ? undefined : sizeIn(stat) }] of expected) {
    const file = join(folder, path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found || (size !== undefined && found.size !== size))
      throw new UserError('site-incomplete', { file });
  }
  return new Map(
    publicFiles(folder).map((path) => {
      const file = join(folder, path);
      const stat = outputStat(file) ?? '0';
      const known = expected.get(path);
      const sha256 =
        known?.sha256 !== undefined && known.stat === stat ? known.sha256 : sha256Of(file);
      if (known?.sha256 !== undefined && known.sha256 !== sha256)
        throw new UserError('site-incomplete', { file });
      return [path, { size: sizeIn(stat), sha256 }];
    }),
  );
}

/**
 * Compares a site in a folder with what was published.
 * @param folder absolute
 * @param since only files that were touched at or after this moment are read. The change time (ctime) cannot be set back
 */
export function faultsIn(folder: string, files: SiteFiles, since?: Date): FileFault[] {
  const faults: FileFault[] = [];
  for (const [file, { size, sha256 }] of files) {
    const place = join(folder, file);
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found?.isFile()) faults.push({ fault: 'file-missing', file });
    else if (
      found.size !== size ||
      ((since === undefined || found.ctime >= since) && sha256Of(place) !== sha256)
    )
      faults.push({ fault: 'file-changed', file });
  }
  return faults;
}

/** The files in a folder that were not published. */
export function unknownFiles(folder: string, files: SiteFiles): FileFault[] {
  return publicFiles(folder)
    .filter((file) => !files.has(file))
    .map((file) => ({ fault: 'file-unknown', file }));
}

/** All files of a site but the list itself and what changes without a publication. */
function publicFiles(folder: string): string[] {
  return listFiles(folder)
    .map((file) => `/${file}`)
    .filter((file) => file !== filesAddress && file !== healthAddress);
}
