import { mustGet } from '#lang/lookup.ts';
import { approve as approveText } from '#desk/approve.ts';
import { repositoryOf } from '#desk/repository.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import { readSite } from '#site/read-site.ts';
import { type Call, type Run } from '#cli/command.ts';
import { clockOf, contentFolder, contentPrefix } from '#cli/folders.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';
import { namedAnnouncement } from './named-announcement.ts';

/**
 * `npm run approve -- 2026/night-patrol ru`: records that a second person approves a text as it is. Without a language,
 * all texts that are no drafts.
 */
export const approve: Run<'approve'> = async (call) => {
  const { values, say } = call;
  const content = contentFolder(call);
  const clock = clockOf(call);
  const read = readSite({ folder: content, clock, showHeld: true });
  if (!read.model) throw new Problems(read.problems);
  const announcement = namedAnnouncement(call.args[0], read);
  const repository = await repositoryOf(content);
  const person = await repository?.person();
  const alone = values.alone?.trim();
  if (alone === '')
    throw new UserError('bad-value', { option: '--alone', value: '', corrected: '"…"' });
  for (const locale of languages(announcement, call)) {
    const file = await approveText(
      {
        content,
        site: read.model.site,
        announcement,
        locale,
        // Without a repository, only the person can say who it is.
        person:
          values.by === undefined
            ? (person ?? { name: '', email: '' })
            : { name: values.by, email: '' },
        repository,
        now: clock.now,
      },
      alone,
    );
    const shown = `${contentPrefix}${mustGet(announcement.files, locale).file}`;
    print(
      file === undefined
        ? say('approve.already', { file: shown })
        : say('approve.done', { file: shown }),
    );
  }
};

function languages(one: ValidAnnouncement, { args: [, written] }: Call<'approve'>): string[] {
  const id = announcementId(one);
  if (written !== undefined) {
    if (!one.files.has(written)) throw new UserError('no-text-in', { id, language: written });
    return [written];
  }
  const ready = [...one.files].flatMap(([locale, { value }]) => (value.draft ? [] : [locale]));
  if (ready.length === 0)
    throw new UserError('approve-draft', { id, language: [...one.files.keys()].join(', ') });
  return ready;
}
