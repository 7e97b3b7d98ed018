import { join } from 'node:path';
import type { Clock } from '#clock.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { Manifest, UpToDate, BuildSummary } from './manifest.ts';
import { filesInFolder } from './incremental.ts';

/** @param clock after the whole of a build has asked it */
export function upToDateOf(inputs: string, { now, asked }: Clock, told: BuildSummary): UpToDate {
  const next =
    asked()
      .find((moment) => moment > now)
      ?.getTime() ?? Infinity;
  // Some checks ask for the year.
  return {
    inputs,
    from: now.getTime(),
    until: Math.min(next, Date.UTC(now.getUTCFullYear() + 1, 0)),
    told,
  };
}

/** What is told of a site that need not be built again: nothing has changed, nothing is due, and every file is as it was made. */
export function summaryIfUpToDate(
  site: string,
  madeOf: Manifest | undefined,
  inputs: string | undefined,
  now: Date,
): BuildSummary | undefined {
  const rest = madeOf?.rest;
  if (!rest || rest.inputs !== inputs || now.getTime() < rest.from || now.getTime() >= rest.until)
    return undefined;
  const files = filesInFolder(site);
  const asMade =
    files.length === madeOf.files.size &&
    files.every((file) => outputStat(join(site, file)) === madeOf.files.get(file)?.stamp);
  return asMade ? rest.told : undefined;
}
