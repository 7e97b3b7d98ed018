import type { Picture } from '#images/picture.ts';
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
  /** All of this in a word. */
  readonly digest: string;
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
  /** Whether a file of this name lies beside the text. */
  has(name: string): boolean;
  /** A picture that lies beside the text; a problem without place where it cannot be read. */
  picture(name: string): Promise<Picture | FilledProblem>;
}
