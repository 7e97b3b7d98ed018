import { literalMarks, literalMarksOfField } from '#body/literal-marks.ts';
import { parseSource } from '#body/parse.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import type { ReadText } from '#site/files.ts';
import { textParts } from '#site/text-parts.ts';
import type { Remark } from './passages.ts';

/**
 * Marks that stand in a text as they are, and broken letters: what the rule of this name finds on a built site.
 * @throws {Error} when the MDX cannot be parsed
 */
export function markRemarks(read: ReadText<AnnouncementFile>): Remark[] {
  const { body, bodyLine, format } = read.source;
  const fields = textParts(read)
    .filter(({ field }) => field !== '')
    .flatMap(({ text, line }) => literalMarksOfField(text, line));
  const inBody = literalMarks(parseSource(body, format), body).map((found) => ({
    ...found,
    line: (found.line ?? 1) + bodyLine - 1,
  }));
  return [...fields, ...inBody].map(({ isCertain: _, ...found }) => ({
    ...found,
    file: read.file,
  }));
}
