import { join } from 'node:path';
import type { Clock } from '#clock.ts';
import { stampOf } from '#cache/file-stat.ts';
import type { MadeOf, Rest, Told } from './manifest.ts';
import { filesIn } from './incremental.ts';

/** @param clock after the whole of a build has asked it */
export function restOf(inputs: string, { now, asked }: Clock, told: Told): Rest {
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
export function atRest(
  site: string,
  madeOf: MadeOf | undefined,
  inputs: string | undefined,
  now: Date,
): Told | undefined {
  const rest = madeOf?.rest;
  if (!rest || rest.inputs !== inputs || now.getTime() < rest.from || now.getTime() >= rest.until)
    return undefined;
  const files = filesIn(site);
  const asMade =
    files.length === madeOf.files.size &&
    files.every((file) => stampOf(join(site, file)) === madeOf.files.get(file)?.stamp);
  return asMade ? rest.told : undefined;
}
