import type { Clock } from '#clock.ts';
import { startOf } from '#lang/time.ts';
import { problemAt } from '#schema/problem.ts';
import type { ValidAnnouncement } from './announcement.ts';
import type { Reader } from './files.ts';
import { mergeFacts } from './merge-facts.ts';
import type { Site } from './model.ts';
import type { AnnouncementFolder } from './read-announcements.ts';

/**
 * Makes an announcement that is removed as of this build. Nothing of it is shown, so what is wrong with it does not
 * matter any more and must not block the removal. Its problems are taken back, except for a missing reason.
 * @returns undefined when the announcement is not removed; then it must be checked like every other
 */
export function removedFolder(
  folder: AnnouncementFolder,
  { reader, site, clock }: { reader: Reader; site: Site; clock: Clock },
): ValidAnnouncement | undefined {
  const files = [...folder.files.values()];
  const removedOn = files.map(({ value }) => value.removedOn).find(Boolean);
  if (!removedOn || !clock.reached(startOf(removedOn, site.timeZone))) return undefined;
  const others = reader.problems.filter(({ file }) => !`${file}/`.startsWith(`${folder.folder}/`));
  const reasons = files
    .filter(({ value }) => !value.removedReason)
    .map(({ file, yaml }) =>
      problemAt(
        'needs-field',
        { file, line: yaml.lineOf(['removedOn']) },
        { field: 'removedReason', because: 'removedOn' },
      ),
    );
  reader.problems.splice(0, Infinity, ...others, ...reasons);
  const { facts, listFacts } = mergeFacts(folder.files, site.timeZone);
  return { ...folder, facts: { ...facts, date: facts.date ?? removedOn, removedOn }, listFacts };
}
