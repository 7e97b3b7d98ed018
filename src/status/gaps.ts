import type { Problem } from '#schema/problem.ts';
import type { Announcement, AnnouncementId } from '#site/model.ts';
import { byPlace, type Gap } from './status.ts';

/**
 * What announcements lack without being wrong, and the one thing that is: a cover without its text alternative.
 * @param problems those of the content: an announcement that has one is not among the announcements
 */
export function findGaps(announcements: readonly Announcement[], problems: readonly Problem[]): Gap[] {
  const gaps = announcements.flatMap(({ id, divisions, texts }) => {
    const [first] = Object.values(texts);
    const place = { id, locale: first!.locale, file: first!.source.file, title: first!.title };
    return [
      ...(divisions.length === 0 ? [{ ...place, lacks: 'division' as const }] : []),
      ...Object.values(texts)
        .filter(({ summary }) => summary === undefined)
        .map(({ locale, title, source }) => ({ id, locale, file: source.file, title, lacks: 'summary' as const })),
    ];
  });
  return [...gaps, ...problems.flatMap(withoutAlt)].sort((a, b) => byPlace(a, b) || (a.lacks < b.lacks ? -1 : 1));
}

function withoutAlt({ id: problem, file, params }: Problem): Gap[] {
  if (problem !== 'missing-alt' || params.field !== 'coverAlt') return [];
  const { id, locale } = /^announcements\/(?<id>\d+\/[^/]+)\/index\.(?<locale>[^.]+)\.mdx?$/u.exec(file)!.groups!;
  return [{ id: id as AnnouncementId, locale: locale!, file, title: '', lacks: 'cover-alt' }];
}
