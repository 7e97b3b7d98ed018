import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputStat, isRacy, outputStat } from '#cache/file-stat.ts';
import { hashOf } from '#cache/hash.ts';
import { listFiles } from '#cache/list-files.ts';
import type { Manifest } from '#cache/manifest.ts';
import type { Finding } from '#checks/rule.ts';
import type { Clock } from '#clock.ts';
import { byCode } from '#lang/sort.ts';
import { themeFolder } from '#snapshot/theme.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';

// The build as a whole is a task like the others: its key is that of all its inputs, and what it asked of the clock must
// still be answered alike.

/** What a build reports of the site, whether it has built it or found it up to date. */
export interface BuildSummary {
  /** What a server must know to serve it. */
  readonly rules: ServerRules;
  readonly announcements: number;
  readonly texts: number;
  readonly pictures: number;
  /** Warnings: errors have stopped the build. */
  readonly findings: readonly Finding[];
}

/** How a site was built: what `check` must know and the public need not. */
export interface BuildRecord {
  /** The moment as of which it was built. */
  readonly now: Date;
  readonly preview: boolean;
  /** The hash of the source of each picture, by the name of the output. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Absent when the build could not tell its key. */
  readonly whole?: WholeBuild | undefined;
}

/** The build of the whole site, and how long its result stays the same. */
export interface WholeBuild {
  /** See `inputsKey`. */
  readonly key: string;
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly summary: BuildSummary;
}

/**
 * The key of everything that decides a build except its moment. No file is read: as for Git and make, its stat tells whether it
 * has changed.
 * @param others what decides the build besides the files of the content
 * @param startedAt the present by the clock of the file system, in milliseconds since 1970
 * @returns undefined when a file has changed just now: see `fileKey`
 */
export function inputsKey(
  content: string,
  others: readonly unknown[],
  startedAt: number,
): string | undefined {
  let lastChange = 0;
  const files = [content, themeFolder(content)]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCode)
    .map((file) => {
      const found = lstatSync(file, { bigint: true });
      lastChange = Math.max(lastChange, Number(found.ctimeMs));
      return [file, inputStat(found)];
    });
  return isRacy(lastChange, startedAt) ? undefined : hashOf([others, files]);
}

/** @param clock after the whole of a build has asked it */
export function wholeBuild(
  key: string | undefined,
  { now, asked }: Clock,
  summary: BuildSummary,
): WholeBuild | undefined {
  if (key === undefined) return undefined;
  const next =
    asked()
      .find((moment) => moment > now)
      ?.getTime() ?? Infinity;
  // Some checks ask for the year.
  const until = Math.min(next, Date.UTC(now.getUTCFullYear() + 1, 0));
  return { key, from: now.getTime(), until, summary };
}

/** @returns what was reported of a site that is up to date: nothing has changed, nothing is due, and every file is as it was built */
export function summaryIfUpToDate(
  site: string,
  manifest: Manifest<BuildRecord> | undefined,
  key: string | undefined,
  now: Date,
): BuildSummary | undefined {
  const whole = manifest?.build.whole;
  const moment = now.getTime();
  if (whole?.key !== key || !whole || moment < whole.from || moment >= whole.until)
    return undefined;
  const files = filesInFolder(site);
  const untouched =
    files.length === manifest.files.size &&
    files.every((file) => outputStat(join(site, file)) === manifest.files.get(file)?.stat);
  return untouched ? whole.summary : undefined;
}

/** Every file in a folder, as paths from there: `/kk/index.html`; none where there is no such folder. */
export function filesInFolder(folder: string): string[] {
  try {
    return listFiles(folder).map((file) => `/${file}`);
  } catch {
    return []; // No such folder.
  }
}
