import type { Edition } from '#edition/edition.ts';
import type { Problem } from '#schema/problem.ts';
import type { Output, Page } from './output.ts';

/** What a rule looks at: what was meant, and what came out. */
export interface Checked {
  readonly edition: Edition;
  readonly output: Output;
}

/** A rule that a finished site must keep. */
export interface Rule {
  /** Permanent: people silence and look up rules by it. */
  readonly name: string;
  /** An error stops the build; a warning is told. */
  readonly severity: 'error' | 'warning';
  find(checked: Checked): Fault[];
}

/** What a rule has found: which page, and the words for it. */
export interface Fault extends Pick<Problem, 'id' | 'params'> {
  /** A page, or another file of the site. */
  readonly page: Pick<Page, 'path'>;
  /** What to look for in the text of the page, to name the line that says it. */
  readonly needle?: string | undefined;
}

/** A fault with its place in the content, where one text is to blame; else in the output. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Rule['severity'];
  /** The page, as a path from the site's root. */
  readonly page: string;
}
