import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../src/styles');

/** Our style sheets without their comments, by name. */
export const sheets: ReadonlyMap<string, string> = new Map(
  globSync('*.css', { cwd: folder })
    .sort()
    .map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*.*?\*\//gsu, ''),
    ]),
);
