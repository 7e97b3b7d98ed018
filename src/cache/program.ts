import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this program. Astro runs in it, whatever content it shows. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Files that can be deleted at any time without loss: resized pictures, Astro's cache, the lock of a running build. */
export const cacheFolder = join(programFolder, '.cache');
