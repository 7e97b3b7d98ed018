import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import type { Problem } from '#schema/problem.ts';
import type { ReadText } from '#site/files.ts';
import { textParts } from '#site/text-parts.ts';
import { sourceProse } from './source-prose.ts';

/** A text prepared for proofreading: its passages in order. */
export interface Proof {
  readonly locale: Locale;
  readonly file: string;
  readonly passages: readonly Passage[];
}

/** A front matter field, or a block of the body. */
export interface Passage {
  readonly text: string;
  readonly line: number;
}

/** What proofreading reports. It has the shape of a problem, but never stops a build. */
export type Remark = Problem;

/**
 * The text fields and the blocks of the body.
 * @throws {Error} when the MDX cannot be parsed
 */
export function passagesOf(locale: Locale, read: ReadText<AnnouncementFile>): Proof {
  const fields = textParts(read).filter(({ field }) => field !== '');
  return {
    locale,
    file: read.file,
    passages: [...fields, ...sourceProse(read.source)].map(({ text, line }) => ({ text, line })),
  };
}
