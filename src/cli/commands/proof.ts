import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '#clock.ts';
import { unifiedDiff } from '#proofread/edits.ts';
import type { Named } from '#proofread/name-remarks.ts';
import { betterIn, proofRead, type Reading } from '#proofread/proof-read.ts';
import { repairFile } from '#proofread/repair-file.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import type { WrittenModel } from '#site/model.ts';
import { readSite, type ReadSite } from '#site/read-site.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder, contentPrefix } from '#cli/folders.ts';
import { namedAnnouncement } from './named-announcement.ts';
import { printable, problemsForMachines, reportRemarks } from '#cli/terminal/problem-report.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run proof`: prints the remarks of the proofreader on an announcement. `--fix` makes the safe repairs and
 * shows them.
 */
export const proof: Run<'proof'> = async (call) => {
  const { values, say, locale } = call;
  const folder = contentFolder(call);
  if (values.fix) repair(folder, find(folder, call).one, call);
  const { one, model } = find(folder, call);
  const { remarks, withoutSpeller } = read(one, model);

  if (values.json)
    return console.log(
      JSON.stringify(
        {
          remarks: problemsForMachines(remarks, { locale, prefix: contentPrefix }),
          withoutSpeller,
        },
        null,
        2,
      ),
    );
  if (remarks.length > 0)
    console.log(
      reportRemarks(remarks, say('proof.count', { count: remarks.length }), {
        locale,
        prefix: contentPrefix,
      }),
    );
  else print(say('proof.nothing', { id: announcementId(one) }));
  for (const { locale: language, dictionary } of withoutSpeller)
    print(say('proof.no-speller', { language, dictionary }));
};

function find(
  folder: string,
  { args: [name] }: Call<'proof'>,
): { one: ValidAnnouncement; model: WrittenModel } {
  const { model, ...found }: ReadSite = readSite({ folder, clock: createClock(), showHeld: true });
  if (!model) throw new Problems(found.problems);
  return { one: namedAnnouncement(name, found), model };
}

function read(one: ValidAnnouncement, { people, divisions }: WrittenModel): Reading {
  const registry: Named[] = [
    ...[...divisions.values()].map((division) => ({ ...division, isPerson: false })),
    ...[...people.values()].map((person) => ({ ...person, isPerson: true })),
  ];
  return readable(one, () => proofRead(one, registry));
}

/** @throws {UserError} for MDX that cannot be parsed; the build gives more details */
function readable<Result>(one: ValidAnnouncement, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (![...one.files.values()].some(({ source }) => source.format === 'mdx')) throw error;
    throw new UserError('unreadable-components', {
      id: announcementId(one),
      detail: (error as Error).message,
    });
  }
}

function repair(folder: string, one: ValidAnnouncement, { say, values }: Call): void {
  for (const [locale, text] of one.files) {
    const path = join(folder, text.file);
    const before = readFileSync(path, 'utf8');
    const after = readable(one, () => repairFile(before, text, betterIn(locale)));
    if (after === before) continue;
    writeFileSync(path, after);
    if (values.json) continue;
    // The changed lines without the header of the diff. No-break spaces are made visible.
    const shown = unifiedDiff(`${contentPrefix}${text.file}`, before, after)
      .split('\n')
      .slice(4)
      .map((line) => printable(line).replaceAll(/[\u00A0\u202F]/gu, '␣'));
    console.log(
      [say('proof.fixed', { file: `${contentPrefix}${text.file}` }), ...shown].join('\n'),
    );
  }
}
