import type { Picture } from '#images/picture.ts';
import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { FilledProblem } from '#schema/problem.ts';

/** Renders MDX texts that have been checked; see `mdx/renderer.ts`. */
export interface MdxRenderer {
  /** The names of the components that the theme adds or replaces. */
  readonly own: ReadonlySet<string>;
  /** Those of them that have a script, themselves or in a component that they use. */
  readonly withScript: ReadonlySet<string>;
  /** As long as it is the same, the same text gives the same HTML. */
  readonly key: string;
  /**
   * @param text without front matter and faultless: it is compiled to code and run
   * @returns the HTML of its elements and components, not yet sanitised: elements of the author bear `data-text`; or what went wrong
   */
  render(text: string, strings: Strings): Promise<{ readonly html: string } | MdxFault>;
}

/** A component that throws, or does not end in time. */
export type MdxFault =
  | {
      readonly fault: 'component-throws';
      /** Of the component, where that is known. */
      readonly name: string | undefined;
      /** Its file with line and column, where that is known. */
      readonly place: string;
      readonly detail: string;
    }
  | { readonly fault: 'component-endless'; readonly seconds: number };

/** What components of texts find in `Astro.locals`. */
export interface TextLocals {
  readonly locale: Locale;
  /** The interface texts in the language of the text. */
  readonly t: Strings['t'];
}

/** What a body needs to know of the place it stands in. */
export interface BodyContext {
  readonly strings: Strings;
  /** The absolute address of the page of the text. */
  readonly page: string;
  /** The path under which the site lies: `/` or `/press/`. */
  readonly base: string;
  /** The page of the text, as a path from the site's root; the files beside the text lie under it. */
  readonly address: string;
  readonly mdx: MdxRenderer;
  /** Whether a file of this name lies beside the text. */
  has(name: string): boolean;
  /** A picture that lies beside the text; a problem without place where it cannot be read. */
  picture(name: string): Promise<Picture | FilledProblem>;
}
