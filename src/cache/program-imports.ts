import { join } from 'node:path';
import { programFile, programFolder } from './program.ts';

const own = join(programFolder, 'src/');

/**
 * A plugin for Vite: `#theme/Page.astro` also works in the code of a department, which lies in the cache of its site and
 * not in the package of this program. Node's own rule ends at the nearest `package.json`.
 */
export const programImports = {
  name: 'jarshy-program-imports',
  resolveId: {
    order: 'pre' as const,
    filter: { id: /^#/u },
    handler: (id: string, importer?: string) =>
      importer?.startsWith(own) ? undefined : programFile(id),
  },
};
