import type { MdxFault } from '#body/body.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import type { Locale } from '#lang/locale.ts';

/** The data with which the worker starts. Sent by structured clone. */
export interface MdxTask {
  /** The theme's components: the name and the absolute path of each. */
  readonly own: ReadonlyArray<readonly [name: string, file: string]>;
}

/** A text to render. */
export interface MdxQuestion {
  readonly text: string;
  readonly locale: Locale;
  readonly dictionary: Dictionary;
}

/** The rendered HTML, or the reason why rendering failed. */
export type MdxAnswer = { readonly html: string } | MdxFault;
