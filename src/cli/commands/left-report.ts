import type { Call } from '#cli/command.ts';
import { contentPrefix } from '#cli/folders.ts';
import { errorSentence } from '#messages/messages.ts';
import { asUserError } from '#messages/system-error.ts';
import type { Incomplete } from '#release/publish-site.ts';
import { Problems, stopsBuild } from '#schema/problem.ts';
import { placeOf, reportRemarks } from '#cli/terminal/problem-report.ts';

/** Why not everything could be published as it is now. */
export function faultReport({ say, locale, values }: Call, { fault }: Incomplete): string {
  if (!(fault instanceof Problems)) return errorSentence(locale, asUserError(fault));
  const problems = fault.problems.filter(stopsBuild);
  const lastLine = say('incomplete.problems', { count: problems.length });
  return reportRemarks(problems, lastLine, { locale, prefix: contentPrefix, all: values.all });
}

/** What was not published as it is now, a line each. */
export function leftReport({ say }: Call, { left }: Incomplete): string[] {
  const line = ({ part, how }: Incomplete['left'][number]) =>
    `  ${say(`incomplete.${how}`, { part: placeOf({ file: part }, contentPrefix) })}`;
  return [say('incomplete', { count: left.length }), ...left.map(line)];
}
