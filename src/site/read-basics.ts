import { Problems } from '#schema/problem.ts';
import type { Reader } from './files.ts';
import type { Registries, Site } from './model.ts';
import { readRegistries } from './read-registries.ts';
import { readSettings } from './read-settings.ts';

/**
 * What a new announcement is checked against: the settings of the site, and the entries that announcements refer to.
 */
export interface Basics {
  readonly site: Site;
  readonly registry: Registries;
}

/**
 * Reads settings and registries only, so that a fault in one announcement does not prevent writing another.
 * @throws {Problems} when settings or registries have problems
 */
export function readBasics(folder: string): Basics {
  const reader: Reader = { folder, problems: [], written: new Map() };
  const site = readSettings(reader);
  const registry = site && readRegistries(reader, site.locales).registry;
  if (!registry || reader.problems.length > 0) throw new Problems(reader.problems);
  return { site, registry };
}
