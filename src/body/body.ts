import type { Picture } from '#images/picture.ts';
import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { FilledProblem } from '#schema/problem.ts';

/** A text, rendered once for page, feed, search and data alike. */
export interface Body {
  /** Finished, sanitised HTML; its addresses are site-root paths under the base. */
  readonly html: string;
  /** The same for other programs: see `portableHtml`. */
  readonly portable: string;
  /** What it says, without markup, paragraphs parted by a line end. */
  readonly plain: string;
  /** The words of the first paragraph: the summary of a text that has none. */
  readonly lead: string;
  /** How many minutes it takes to read: about, and at least one. */
  readonly minutes: number;
  /** Files beside the text that it offers or plays, by name. */
  readonly files: readonly string[];
  /** The styles of the components that it uses, as CSS; empty where they have none. */
  readonly styles: string;
  /** All of this in a word. */
  readonly digest: string;
}

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
