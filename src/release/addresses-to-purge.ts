import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#cache/list-files.ts';

/** The files of a site by address, each with a value that changes when the file does. */
export type Served = ReadonlyMap<string, string>;

/**
 * Lists what a web server serves from the folder of a site. Compressed copies and the files of static hosts have no
 * address of their own.
 */
export function servedFrom(folder: string): Served {
  if (!existsSync(folder)) return new Map();
  return new Map(
    listFiles(folder)
      .filter((file) => !/\.(?:br|gz)$|^_(?:headers|redirects)$/u.test(file))
      .map((file) => {
        const { size, mtimeMs } = statSync(join(folder, file));
        return [`/${file}`.replace(/\/index\.html$/u, '/'), `${size} ${mtimeMs}`];
      }),
  );
}

/** The addresses at which caches would still serve something else than the site: those that are gone come first. */
export function outdatedAddresses(
  before: Served,
  now: Served,
): { gone: string[]; changed: string[] } {
  const all = [...before];
  return {
    gone: all.flatMap(([address]) => (now.has(address) ? [] : [address])),
    changed: all.flatMap(([address, as]) =>
      now.has(address) && now.get(address) !== as ? [address] : [],
    ),
  };
}
