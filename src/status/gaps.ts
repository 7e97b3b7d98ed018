import { firstOf, groupsOf } from '#lang/lookup.ts';
import { parseSource, type SourceNode } from '#body/parse.ts';
import type { Problem } from '#schema/problem.ts';
import type { WrittenAnnouncement, AnnouncementId, WrittenText } from '#site/model.ts';
import { byLocation, type Gap } from './status.ts';

/**
 * Finds what announcements lack without being invalid, and one gap that is an error: a cover without a text
 * alternative.
 * @param problems the problems of the content: an announcement with a problem is not in `announcements`
 */
export function findGaps(
  announcements: readonly WrittenAnnouncement[],
  problems: readonly Problem[],
): Gap[] {
  const gaps = announcements.flatMap(({ id, divisions, texts }) => {
    const { locale, source, title } = firstOf(Object.values(texts));
    const place = { id, locale, file: source.file, title };
    return [
      ...(divisions.length === 0 ? [{ ...place, lacks: 'division' as const }] : []),
      ...Object.values(texts).flatMap((text) =>
        lacking(text).map((lacks) => ({
          id,
          locale: text.locale,
          file: text.source.file,
          title: text.title,
          lacks,
        })),
      ),
    ];
  });
  return [...gaps, ...problems.flatMap(withoutAlt)].sort(
    (a, b) => byLocation(a, b) || (a.lacks < b.lacks ? -1 : 1),
  );
}

function lacking({ summary, draft, cover, gallery, source }: WrittenText): Array<Gap['lacks']> {
  // A text that comes out has descriptions, or it would be a problem. MDX components require their own.
  const alts =
    draft && source.format === 'md'
      ? [...gallery.map(({ alt }) => alt), ...altsIn(parseSource(source.body, 'md'))]
      : [];
  return [
    ...(summary === undefined ? ['summary' as const] : []),
    ...(cover?.alt === '' ? ['cover-alt' as const] : []),
    ...(alts.includes('') ? ['picture-alt' as const] : []),
  ];
}

function altsIn({ type, alt, children = [] }: SourceNode): string[] {
  return [...(type === 'image' ? [alt ?? ''] : []), ...children.flatMap(altsIn)];
}

function withoutAlt({ id: problem, file, params }: Problem): Gap[] {
  if (problem !== 'missing-alt' || params.field !== 'coverAlt') return [];
  const { id, locale } = groupsOf<'id' | 'locale'>(
    /^announcements\/(?<id>\d+\/[^/]+)\/index\.(?<locale>[^.]+)\.mdx?$/u,
    file,
  );
  return [{ id: id as AnnouncementId, locale, file, title: '', lacks: 'cover-alt' }];
}
