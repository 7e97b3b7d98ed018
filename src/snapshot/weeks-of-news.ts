import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import { inLocale } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import { type Week, weekIn } from '#lang/time.ts';
import type { Announcement } from '#site/model.ts';
import type { ContentSnapshot } from './snapshot.ts';

/** What came out in a language in one week. */
export interface WeekOfNews extends Week {
  /** In the order of lists: newest first. */
  readonly announcements: readonly Announcement[];
}

/**
 * The finished weeks of a language in which something came out, the last one first. A week that has not ended has no
 * digest yet: once a digest is sent, nothing can be added to it.
 */
export const weeksOf = memoizeBy(
  (
    { model: { site }, reached, language }: ContentSnapshot,
    locale: Locale,
  ): readonly WeekOfNews[] => {
    const weeks = new Map<string, Week & { readonly announcements: Announcement[] }>();
    for (const announcement of language(locale).lists.all) {
      const week = weekIn(
        site.timeZone,
        inLocale(announcement.texts, locale, announcement.id).appeared,
      );
      const known = weeks.get(week.name);
      if (known) known.announcements.push(announcement);
      else weeks.set(week.name, { ...week, announcements: [announcement] });
    }
    return [...weeks.values()]
      .filter(({ end }) => reached(end))
      .sort((a, b) => byCode(b.name, a.name));
  },
);
