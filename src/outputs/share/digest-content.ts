import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { portableHtml } from '#body/portable.ts';
import type { WeekOfNews } from '#snapshot/weeks-of-news.ts';
import type { Context } from '#views/parts/context.ts';
import { teaser } from '#views/parts/teaser.ts';
import { inLocale } from '#lang/lookup.ts';

/**
 * A week as one piece of HTML that feed and mail programs can show: each announcement with its date and summary.
 * @param page the absolute address of the week's page
 */
export function digestContent(context: Context, week: WeekOfNews, page: string): string {
  const items = week.announcements.flatMap((announcement): ElementContent[] => {
    const { href, title, summary, date } = teaser(context, announcement);
    return [
      h('h2', h('a', { href }, title)),
      h('p', h('small', h('time', { dateTime: date.iso }, date.text))),
      h('p', summary),
    ];
  });
  const source = h(
    'p',
    h(
      'a',
      { href: page },
      context.t('footer.source', { name: inLocale(context.site.publisher.name, context.locale) }),
    ),
  );
  const { dir } = context.strings;
  return portableHtml(
    h(null, dir === 'rtl' ? [h('div', { dir }, [...items, source])] : [...items, source]),
    page,
  );
}

/** The same as plain text, with unwrapped lines. */
export function digestText(context: Context, week: WeekOfNews, page: string): string {
  const items = week.announcements.map((announcement) => {
    const { href, title, summary, date } = teaser(context, announcement);
    return [title, date.text, summary, new URL(href, page).href].join('\n');
  });
  return [...items, page, inLocale(context.site.publisher.name, context.locale)].join('\n\n');
}
