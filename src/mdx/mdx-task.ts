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

/** The dynamic pages of a theme, to learn their addresses. */
export interface PathsQuestion {
  readonly routes: readonly DynamicRoute[];
  /** The entries of every collection, without bodies. */
  readonly collections: ReadonlyMap<string, readonly SentEntry[]>;
}

/** A dynamic page in one language. */
export interface DynamicRoute {
  /** The absolute path. */
  readonly file: string;
  /** The address with its parameters, as Astro writes it: `/ru/routes/[id]`. */
  readonly pattern: string;
}

/** An entry of a content collection, as `getStaticPaths` sees it. */
export interface SentEntry {
  readonly id: string;
  readonly data: unknown;
}

/** What `getStaticPaths` of each route gave, and the collections that were asked. */
export interface PathsAnswer {
  readonly given: ReadonlyArray<GivenPaths | PathsFault>;
  readonly asked: readonly string[];
}

export interface GivenPaths {
  readonly paths: ReadonlyArray<{
    /** The address under the root, without slashes at its ends: `ru/routes/7`. */
    readonly path: string;
    /** True for the second and later pages of a list. */
    readonly isFurther: boolean;
    readonly title?: string;
    readonly inNavigation?: boolean;
  }>;
}

/** Why the addresses of a route are unknown. */
export type PathsFault =
  | { readonly fault: 'missing' | 'form' }
  | { readonly fault: 'throws'; readonly place: string; readonly detail: string };

/** The rendered HTML, or the reason why rendering failed. */
export type MdxAnswer = { readonly html: string } | MdxFault;
