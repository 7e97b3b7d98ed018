import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import type { Problem } from '#schema/problem.ts';
import type { ReadText } from '#site/files.ts';
import { textParts } from '#site/text-parts.ts';
import { sourceProse } from './source-prose.ts';

/** A text as a proof-reader sees it: its passages in order. */
export interface Proof {
  readonly locale: Locale;
  readonly file: string;
  readonly passages: readonly Passage[];
}

/** A field or a block of the body. */
export interface Passage {
  readonly text: string;
  readonly line: number;
}

/** What a proof-reader has to say: as a problem, but nothing is stopped by it. */
export type Remark = Problem;

/** @throws {Error} where MDX cannot be read */
export function passagesOf(locale: Locale, read: ReadText<AnnouncementFile>): Proof {
  const fields = textParts(read).filter(({ field }) => field !== '');
  return {
    locale,
    file: read.file,
    passages: [...fields, ...sourceProse(read.source)].map(({ text, line }) => ({ text, line })),
  };
}
