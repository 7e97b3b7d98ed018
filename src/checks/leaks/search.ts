import type { Needle } from './needles.ts';
import type { OutputFile } from '#checks/readers/output-file.ts';

/** Looks for secrets in a file. @returns where in the content they stand */
export type Search = (file: OutputFile) => Array<Pick<Needle, 'file'> & { readonly line?: number }>;
