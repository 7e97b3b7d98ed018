import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this program: Astro works in it, whatever content it shows. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url));

/** What may be thrown away: pictures in their sizes, what Astro keeps, the lock of a running build. */
export const cacheFolder = join(programFolder, '.cache');
