import type { DevServerOptions } from '#serve/dev-server.ts';
import { Problems } from '#schema/problem.ts';
import type { Call } from '#cli/command.ts';
import { contentPrefix } from '#cli/folders.ts';
import { reportProblems, reportRemarks } from './problem-report.ts';

/** What a preview prints in the terminal while it runs. */
export function devReports({
  say,
  locale,
}: Pick<Call, 'say' | 'locale'>): Pick<DevServerOptions, 'onUnfinished' | 'onFault'> {
  const inWords = () => ({ locale, prefix: contentPrefix });
  return {
    onUnfinished: (problems) =>
      console.error(
        reportRemarks(problems, say('unfinished', { count: problems.length }), inWords()),
      ),
    onFault(error) {
      if (!(error instanceof Problems)) throw error;
      console.error(reportProblems(error.problems, inWords()));
    },
  };
}
