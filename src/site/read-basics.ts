import { Problems } from '#schema/problem.ts';
import type { Reader } from './files.ts';
import type { Registries, Site } from './model.ts';
import { readRegistries } from './read-registries.ts';
import { readSettings } from './read-settings.ts';

/** What a new announcement must fit: the settings of the site and what announcements refer to. */
export interface Basics {
  readonly site: Site;
  readonly registry: Registries;
}

/** Reads them alone, so that a fault in some announcement keeps nobody from writing another.
 * @throws {Problems} what is wrong with them */
export function readBasics(folder: string): Basics {
  const reader: Reader = { folder, problems: [], written: new Map() };
  const site = readSettings(reader);
  const registry = site && readRegistries(reader, site.locales);
  if (!registry || reader.problems.length > 0) throw new Problems(reader.problems);
  return { site, registry };
}
