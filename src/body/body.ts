import type { Picture } from '#images/picture.ts';
import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { FilledProblem } from '#schema/problem.ts';
import type { BodyComponent } from './components.ts';

/** Renders MDX texts that have passed the checks; see `mdx/renderer.ts`. */
export interface MdxRenderer {
  /** The names of the components that the theme adds or replaces. */
  readonly own: ReadonlySet<string>;
  /** The theme's components that have a script, either their own or in a component that they use. */
  readonly withScript: ReadonlySet<string>;
  /** What texts may pass to the theme's components, as far as their code says it plainly. */
  readonly props: ReadonlyMap<string, BodyComponent>;
  /** While this key stays the same, the same text gives the same HTML. */
  readonly key: string;
  /**
   * Compiles a text to code and runs it.
   * @param text without front matter, and free of problems
   * @returns the HTML of its elements and components, not yet sanitised, in which the author's own elements have the
   *   attribute `data-text`; or the fault
   */
  render(text: string, strings: Strings): Promise<{ readonly html: string } | MdxFault>;
}

/** A component that throws, or does not finish in time. */
export type MdxFault =
  | {
      readonly fault: 'component-throws';
      /** The name of the component, if known. */
      readonly name: string | undefined;
      /** Its file with line and column; empty if unknown. */
      readonly place: string;
      readonly detail: string;
    }
  | { readonly fault: 'component-endless'; readonly seconds: number };

/** What components of texts get in `Astro.locals`. */
export interface TextLocals {
  readonly locale: Locale;
  /** The interface texts in the language of the text. */
  readonly t: Strings['t'];
}

/** What a body needs to know about its page and its folder. */
export interface BodyContext {
  readonly strings: Strings;
  /** The absolute address of the text's page. */
  readonly page: string;
  /** The base path of the site: `/` or `/press/`. */
  readonly base: string;
  /** The text's page as a path from the root of the site. The files that lie beside the text are published under it. */
  readonly address: string;
  readonly mdx: MdxRenderer;
  /** Where a path from the root of the site leads after a removal. Undefined for a path that is as it was. */
  linkAfterRemoval?(path: string): string | undefined;
  /** Whether there is a file with this name beside the text. */
  has(name: string): boolean;
  /** Returns a picture that lies beside the text, or a problem without a line if the picture cannot be read. */
  picture(name: string): Promise<Picture | FilledProblem>;
}
