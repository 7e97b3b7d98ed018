import type { Picture } from '#images/picture.ts';
import type { Strings } from '#lang/strings.ts';
import type { FilledProblem } from '#schema/problem.ts';

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
