import type { MdxFault } from '#body/body.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import type { Locale } from '#lang/locale.ts';

/** What the thread knows from the beginning; travels by structured clone. */
export interface MdxTask {
  /** The theme's components, by name: where each lies, absolute. */
  readonly own: ReadonlyArray<readonly [name: string, file: string]>;
}

/** A text to be rendered. */
export interface MdxQuestion {
  readonly text: string;
  readonly locale: Locale;
  readonly dictionary: Dictionary;
}

export type MdxAnswer = { readonly html: string } | MdxFault;
