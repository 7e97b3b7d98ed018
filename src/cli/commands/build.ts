import { relative, resolve } from 'node:path';
import { type BuildReport, buildInPlace } from '#build/build-in-place.ts';
import { sizeOf } from '#build/site-size.ts';
import { readPublicState } from '#release/state-files.ts';
import type { Call, Run } from '#cli/command.ts';
import { clockOf, contentFolder, contentPrefix, outFolder } from '#cli/folders.ts';
import { problemsForMachines, reportProblems } from '#cli/terminal/problem-report.ts';
import { reportForPrograms, verboseSummary } from '#cli/terminal/build-summary.ts';
import { damageReport } from '#cli/terminal/damage-report.ts';
import { print } from '#cli/terminal/print.ts';
import { withProgress } from '#cli/terminal/with-progress.ts';

/** `npm run build`: builds any content folder into any folder, as of any moment. */
export const build: Run<'build'> = async (call) => {
  await buildFor(call);
};

/**
 * Builds as the options say, and prints the result.
 * @returns the absolute path of the site and the report of its build
 * @throws {UserError | Problems} if the site cannot be built
 */
export async function buildFor(call: Call): Promise<{ out: string; report: BuildReport }> {
  const { values, say, cwd } = call;
  const content = contentFolder(call);
  const out = outFolder(call, content);
  if (!values.json) print(say('building', { folder: shown(cwd, content) }));
  const previous =
    values.previous === undefined ? undefined : readPublicState(resolve(cwd, values.previous));
  const report = await withProgress(call, (onPart) =>
    buildInPlace({
      content,
      out,
      clock: clockOf(call),
      preview: values.preview ?? false,
      previous,
      onPart,
    }),
  );
  if (values.json) {
    const findings = problemsForMachines(report.findings, {
      locale: call.locale,
      prefix: contentPrefix,
    });
    console.log(
      JSON.stringify(
        { ...reportForPrograms(report), folder: shown(cwd, out), size: sizeOf(out), findings },
        null,
        2,
      ),
    );
    return { out, report };
  }
  if (report.findings.length > 0)
    console.error(
      reportProblems(report.findings, {
        locale: call.locale,
        prefix: contentPrefix,
        warnings: true,
        all: values.all,
      }),
    );
  for (const line of damageReport(say, report.remade)) console.error(line);
  const seconds = report.parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  print(
    say('built', {
      count: report.texts,
      texts: report.texts,
      pictures: report.pictures,
      seconds: Math.round(seconds * 10) / 10,
      folder: shown(cwd, out),
    }),
  );
  if (values.verbose) console.log(`\n${verboseSummary(report, sizeOf(out), say, call.locale)}`);
  return { out, report };
}

function shown(cwd: string, folder: string): string {
  return relative(cwd, folder) || '.';
}
