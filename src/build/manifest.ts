import type { Finding } from '#checks/rule.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';
import type { BaseKeys } from './base-keys.ts';
import { deleteEntry, readEntry, writeEntry } from '#cache/store.ts';

/** What is remembered of a finished site, to make the next one from it: never of its content, only whether it is still what it was. */
export interface Manifest {
  readonly ground: BaseKeys;
  /** Every file, by its path from the site's root. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Answers that took long to find: see `Snapshot.recall`. */
  readonly answers: ReadonlyMap<string, string>;
  /** Absent when the build could not be sure. */
  readonly rest?: UpToDate | undefined;
}

export interface ManifestFile {
  /** Size and time of last change: a file for which they differ has been touched by somebody else. */
  readonly stamp: string;
  /** What it was made of, in a word; absent: it is made anew each time. */
  readonly state?: string | undefined;
}

/** What a build tells of the site, whether it has made it or found it. */
export interface BuildSummary {
  /** What a server must know to serve it. */
  readonly rules: ServerRules;
  readonly announcements: number;
  readonly texts: number;
  readonly pictures: number;
  /** Warnings: errors have stopped the build. */
  readonly findings: readonly Finding[];
}

/** From when until when a site stands as it is, as long as nobody changes anything. */
export interface UpToDate {
  /** As `inputsOf` says. */
  readonly inputs: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly told: BuildSummary;
}

/** JSON knows no maps. */
type WrittenRest = Omit<UpToDate, 'told'> & {
  readonly told: Omit<BuildSummary, 'rules'> & {
    readonly rules: Omit<ServerRules, 'moved'> & {
      readonly moved: ReadonlyArray<[string, string]>;
    };
  };
};

/** Raised whenever a record means something else than before. What the code makes of content needs no number: see `programDigest`. */
const format = '1';

/** @returns undefined where there is none, or none to be believed */
export function readManifest(site: string): Manifest | undefined {
  const text = readEntry(site, 'made-of', format);
  if (text === undefined) return undefined;
  const { ground, files, answers, rest } = JSON.parse(text) as {
    ground: BaseKeys;
    files: Array<[string, string, string?]>;
    answers: Array<[string, string]>;
    rest?: WrittenRest;
  };
  return {
    ground,
    files: new Map(files.map(([path, stamp, state]) => [path, { stamp, state }])),
    answers: new Map(answers),
    rest: rest && {
      ...rest,
      told: { ...rest.told, rules: { ...rest.told.rules, moved: new Map(rest.told.rules.moved) } },
    },
  };
}

export function writeManifest(
  site: string,
  { ground, files, answers, rest }: Manifest,
): Promise<void> {
  return writeEntry(
    site,
    'made-of',
    format,
    JSON.stringify({
      ground,
      files: [...files].map(([path, { stamp, state }]) =>
        state === undefined ? [path, stamp] : [path, stamp, state],
      ),
      answers: [...answers],
      rest: rest && {
        ...rest,
        told: { ...rest.told, rules: { ...rest.told.rules, moved: [...rest.told.rules.moved] } },
      },
    }),
  );
}

export function deleteManifest(site: string): void {
  deleteEntry(site, 'made-of');
}
