import { join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import type { BaseKeys } from './base-keys.ts';
import type { Manifest, ManifestFile } from './manifest.ts';

/** The site that stands already, as far as it can be believed: what is in it need not be made again. */
export interface PreviousSite {
  /** Whether it stands on the same ground; if not, nothing of it can be used. */
  standsOn(kind: keyof BaseKeys, ground: BaseKeys): boolean;
  /** Whether a file was made of the same and lies there untouched. */
  has(path: string, state: string): boolean;
  /** The files that were made of the same; none unless all of them lie there untouched. */
  madeOf(state: string): string[];
  /** A file that was made of this, wherever it lies, and lies there untouched. */
  fileMadeOf(state: string): string | undefined;
  /** The files below a folder and what each was made of, if all of them lie there untouched; else none. */
  under(folder: string): ReadonlyMap<string, string | undefined>;
  /** Where a file of it lies, absolute. */
  placeOf(path: string): string;
  readonly answers: ReadonlyMap<string, string>;
}

/** @param site the folder of a finished site, absolute; it need not exist
 * @param record what is known of it */
export function openPreviousSite(site: string, record: Manifest | undefined): PreviousSite {
  const files: ReadonlyMap<string, ManifestFile> = record?.files ?? new Map();
  let byState: ReadonlyMap<string, string> | undefined;
  const isAsMade = (path: string, state: string | undefined) => {
    const made = files.get(path);
    return (
      made !== undefined && made.state === state && outputStat(join(site, path)) === made.stamp
    );
  };
  return {
    standsOn: (kind, ground) => record?.ground[kind] === ground[kind],
    has: isAsMade,
    madeOf(state) {
      const made = [...files].filter(([, file]) => file.state === state).map(([path]) => path);
      return made.every((path) => isAsMade(path, state)) ? made : [];
    },
    fileMadeOf(state) {
      byState ??= new Map(
        [...files].flatMap(([path, file]) =>
          file.state === undefined ? [] : [[file.state, path]],
        ),
      );
      const path = byState.get(state);
      return path !== undefined && isAsMade(path, state) ? path : undefined;
    },
    under(folder) {
      const inside = [...files].filter(([path]) => path.startsWith(folder));
      return new Map(
        inside.every(([path, { state }]) => isAsMade(path, state))
          ? inside.map(([path, { state }]) => [path, state])
          : [],
      );
    },
    placeOf: (path) => join(site, path),
    answers: record?.answers ?? new Map(),
  };
}
