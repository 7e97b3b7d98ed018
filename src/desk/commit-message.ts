import { mustGet } from '#lang/lookup.ts';
import type { Say } from '#messages/messages.ts';
import type { ChangedFile } from './repository.ts';

/**
 * The commit message for some changes: «Изменено 2026/night-patrol: Ночной патруль».
 * @param titleOf the title of an announcement by its id; undefined for one that was deleted
 */
export function messageFor(
  changes: readonly ChangedFile[],
  titleOf: (id: string) => string | undefined,
  say: Say,
): string {
  const announcements = Map.groupBy(
    changes,
    ({ path }) => /^announcements\/(?<id>\d+\/[^/]+)\//u.exec(path)?.groups?.id ?? '',
  );
  const ids = [...announcements.keys()].filter(Boolean);
  const [id] = ids;
  if (!id) return say('desk.message.other');
  if (ids.length > 1) return say('desk.message.many', { count: ids.length });
  const title = titleOf(id);
  if (title === undefined) return say('desk.message.remove', { id });
  const texts = mustGet(announcements, id).filter(({ path }) => /\/index\.[^/]+$/u.test(path));
  return say(
    texts.length > 0 && texts.every(({ change }) => change === 'added')
      ? 'desk.message.add'
      : 'desk.message.change',
    { id, title },
  );
}
