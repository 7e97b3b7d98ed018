import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { inputStat, isRacy, outputStat } from '#cache/file-stat.ts';
import { hashOf } from '#cache/hash.ts';
import { entriesBelow, listFiles } from '#cache/list-files.ts';
import type { Manifest } from '#cache/manifest.ts';
import type { Finding } from '#checks/rule.ts';
import type { Clock } from '#clock.ts';
import { byCode } from '#lang/sort.ts';
import { themeFolder } from '#snapshot/theme.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';

// The whole build is cached like any other task. Its key covers all inputs. In addition, every question that it asked
// the clock must still have the same answer.

/** What a build reports about the site, both when it has built it and when it has found it up to date. */
export interface BuildSummary {
  /** What a server needs to know in order to serve the site. */
  readonly rules: ServerRules;
  readonly announcements: number;
  readonly texts: number;
  readonly pictures: number;
  /** Only warnings: an error stops the build. */
  readonly findings: readonly Finding[];
}

/** How a site was built. `check` needs this; the public does not. */
export interface BuildRecord {
  /** The moment as of which it was built. */
  readonly now: Date;
  readonly preview: boolean;
  /** The hash of each picture's original, by the name of the output file. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Absent when the build had no key: see `inputsKey`. */
  readonly whole?: WholeBuild | undefined;
}

/** The result of a whole build, and the period in which it stays valid. */
export interface WholeBuild {
  /** See `inputsKey`. */
  readonly key: string;
  /** Start of the period, in milliseconds since 1970; inclusive. */
  readonly from: number;
  /** End of the period, in milliseconds since 1970; exclusive. */
  readonly until: number;
  readonly summary: BuildSummary;
}

/**
 * The key of everything that decides a build except its moment. It does not read the files: like Git and make, it
 * trusts their stat.
 * @param others what decides the build apart from the content and theme files
 * @param startedAt when the build started, by the clock of the file system, in milliseconds since 1970
 * @returns undefined when a file changed too recently: see `fileKey`
 */
export function inputsKey(
  content: string,
  others: readonly unknown[],
  startedAt: number,
): string | undefined {
  let lastChange = 0;
  const files = [content, themeFolder(content)]
    .filter((folder) => existsSync(folder))
    .flatMap(entriesBelow)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCode)
    .map((file) => {
      const found = lstatSync(file, { bigint: true });
      lastChange = Math.max(lastChange, Number(found.ctimeMs));
      return [file, inputStat(found)];
    });
  return isRacy(lastChange, startedAt) ? undefined : hashOf([others, files]);
}

/**
 * The entry for the manifest by which the next build can recognise an up-to-date site.
 * @param clock the clock of the build, after the build has asked all its questions
 * @returns undefined when the build has no key
 */
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
  // Some checks use the current year, so no result is valid beyond it.
  const until = Math.min(next, Date.UTC(now.getUTCFullYear() + 1, 0));
  return { key, from: now.getTime(), until, summary };
}

/**
 * Checks whether a site is up to date: no input has changed, no scheduled moment has come, and every file is as it was
 * built.
 * @param now the moment as of which the site would be built
 * @returns the summary of the earlier build; undefined when the site must be built
 */
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

/** Every file in a folder, as paths from there: `/kk/index.html`. Empty if there is no such folder. */
export function filesInFolder(folder: string): string[] {
  try {
    return listFiles(folder).map((file) => `/${file}`);
  } catch {
    return []; // No such folder.
  }
}
