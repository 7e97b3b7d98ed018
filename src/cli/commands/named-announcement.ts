import { firstOf } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import type { ReadSite } from '#site/read-site.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * Finds the announcement that a person names: by `2026/road-week`, by `road-week` if only one has this slug, by the
 * path of its folder or of a file in it, or by the address of its page.
 * @param written what the person wrote
 * @param among the valid announcements, and the problems of the others
 * @param none the id of the message if there is none
 * @throws {UserError} if there is none
 * @throws {Problems} if the announcement exists but is not valid
 */
export function namedAnnouncement<One extends Pick<ValidAnnouncement, 'year' | 'slug'>>(
  written: string,
  { sound, problems }: { readonly sound: readonly One[]; readonly problems: ReadSite['problems'] },
  none: 'no-announcement' | 'unknown-announcement' = 'no-announcement',
): One {
  const path = written.replaceAll('\\', '/').replace(/\/(?:index\.[^/]*)?$/u, '');
  const wanted = /(?:^|\/)(?<id>\d{4}\/[^/]+)$/u.exec(path)?.groups?.id;
  const found = sound.filter((one) =>
    wanted ? announcementId(one) === wanted : one.slug === path,
  );
  if (found.length === 1) return firstOf(found);

  const own = problems.filter(
    ({ file }) =>
      `${file}/`.startsWith(`announcements/${wanted ?? path}/`) ||
      (!wanted && file.split('/')[2] === path),
  );
  if (own.length > 0) throw new Problems(own);
  const ids = sound.map(announcementId);
  throw new UserError(none, {
    id: written,
    nearest:
      nearest(wanted ?? path, ids) ??
      ids.find((id) =>
        id.endsWith(
          `/${nearest(
            path,
            sound.map(({ slug }) => slug),
          )}`,
        ),
      ) ??
      ids[0] ??
      '—',
  });
}
