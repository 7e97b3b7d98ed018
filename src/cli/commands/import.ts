import { relative } from 'node:path';
import { createClock } from '#clock.ts';
import { findFiles, type Found } from '#importers/find-files.ts';
import { importFiles, type Made } from '#importers/import-files.ts';
import type { Refused } from '#importers/imported.ts';
import { readBasics } from '#site/read-basics.ts';
import { openStaging, type Staging } from '#authoring/staging.ts';
import { personAt } from '#cli/terminal/prompts.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { type ImportReport, reportForMachines, reportImport } from '#cli/terminal/import-report.ts';
import { showProgress } from '#cli/terminal/progress.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run import`: makes announcements from files of other programs. All files are read and reported before
 * anything is written.
 */
export const importAnnouncements: Run<'import'> = async (call) => {
  const { values, args, say, cwd } = call;
  const content = contentFolder(call);
  const { files, missing } = findFiles(args, cwd);
  if (missing.length > 0) throw new UserError('no-such-file', { name: missing.join(', ') });

  const stage = values['dry-run'] ? undefined : openStaging(content);
  // Ctrl+C in the middle must leave nothing behind.
  const close = () => stage?.close();
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  try {
    const report = await readAll(files, content, call, stage);
    if (!values.json) console.log(reportImport(report, say));
    const written = stage !== undefined && report.made.length > 0 && (await mayWrite(report, call));
    const folders = written ? stage.publish() : [];
    const where = (folder: string) => relative(cwd, `${content}/${folder}`);
    if (values.json)
      console.log(
        JSON.stringify({ ...reportForMachines(report, say), written: folders.map(where) }, null, 2),
      );
    else
      print(
        written
          ? say('import.written', { count: folders.length, folder: where('announcements') })
          : say('import.nothing-written'),
      );
    const failed =
      (report.made.length === 0 && report.refused.length === 0) ||
      report.refused.some(({ reason }) => reason !== 'known') ||
      (!written && stage !== undefined && report.made.length > 0);
    if (failed) process.exitCode = 1;
  } finally {
    close();
  }
};

async function readAll(
  files: readonly Found[],
  content: string,
  { values }: Call,
  stage: Staging | undefined,
): Promise<ImportReport> {
  const report: { made: Array<Omit<Made, 'announcement'>>; refused: Refused[] } = {
    made: [],
    refused: [],
  };
  const progress = showProgress(files.length, process.stderr);
  const options = {
    ...readBasics(content),
    content,
    now: createClock().now,
    ready: values.ready ?? false,
    onRead: progress.at,
  };
  for await (const found of importFiles(files, options)) {
    if ('reason' in found) report.refused.push(found);
    else {
      // Keep only what the report needs: a thousand announcements with their pictures do not fit into memory.
      const { announcement, ...made } = found;
      stage?.add(announcement);
      report.made.push(made);
    }
  }
  progress.end();
  return report;
}

/** A person is asked. A program must pass `--yes` if any personal data was found. */
async function mayWrite({ made }: ImportReport, { values, say }: Call): Promise<boolean> {
  if (values.yes) return true;
  const asker = values.json ? undefined : personAt(process, say);
  try {
    return asker
      ? await asker.yes(say('import.write', { count: made.length }))
      : !made.some(({ notes }) => notes.some(({ id }) => id === 'personal-data'));
  } finally {
    asker?.close();
  }
}
