import type { Needle } from './needles.ts';
import type { OutputFile } from '#checks/readers/output-file.ts';

/**
 * Looks for secrets in a file.
 * @returns their places in the content
 */
export type Search = (file: OutputFile) => Array<Pick<Needle, 'file'> & { readonly line?: number }>;
