import { firstOf } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import type { ReadSite } from '#site/read-site.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * The announcement that a person means by `2026/road-week`, by `road-week` where only one is called so, or by the path
 * of its folder or of a file in it, or the address of its page.
 * @param among those that may be meant, and what keeps others from being among them
 * @param none what is said when there is none
 * @throws {UserError} when there is none
 * @throws {Problems} when there is one that cannot be trusted
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
