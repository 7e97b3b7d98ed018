import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement, Outcome } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type DateText, dateText, endText, type Link } from '#views/parts/link.ts';
import { scopeLink } from '#views/parts/label-links.ts';
import { inLocale } from '#lang/lookup.ts';

/** The decisions of meetings: what was decided, who must do it, by when, and whether it is done. */
export interface OutcomesView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly count: string;
  readonly groups: ReadonlyArray<{
    readonly heading: string;
    readonly outcomes: readonly OutcomeView[];
  }>;
  /** All outcomes as data. */
  readonly data: Link;
}

/** One decision. */
export interface OutcomeView {
  readonly text: string;
  readonly division: Link | undefined;
  readonly due: string | undefined;
  readonly announcement: Link;
  readonly decided: DateText;
}

/** The maximum number of outcomes in each group on the page; the data have all of them. */
const shown = 200;

interface Decided {
  readonly announcement: Announcement;
  readonly outcome: Outcome;
}

export function outcomesView(snapshot: Snapshot, locale: Locale): OutcomesView {
  const context = snapshot.language(locale);
  const { t, link } = context;
  const all = decidedIn(context);
  const title = t('outcomes.title');
  const open = all.filter(({ outcome }) => outcome.status === 'open').sort(soonestFirst);
  const done = all.filter(({ outcome }) => outcome.status === 'done');
  const groups = [
    { heading: t('outcomes.open'), list: open },
    { heading: t('outcomes.done'), list: done },
  ];
  return {
    frame: makeFrame(context, {
      path: urls.outcomes(locale),
      title,
      description: t('outcomes.lead'),
      versions: everyLocale(context, urls.outcomes),
    }),
    title,
    lead: t('outcomes.lead'),
    count: t('outcomes.count', { count: all.length }),
    groups: groups
      .filter(({ list }) => list.length > 0)
      .map(({ heading, list }) => ({
        heading,
        outcomes: list.slice(0, shown).map((one) => outcomeView(context, one)),
      })),
    data: { href: link(urls.dataOutcomes), text: t('outcomes.data') },
  };
}

/** The most recent decisions first. */
function decidedIn({ lists, locale }: Context): Decided[] {
  return lists.all.flatMap((announcement) =>
    inLocale(announcement.texts, locale, announcement.id).outcomes.map((outcome) => ({
      announcement,
      outcome,
    })),
  );
}

/** Outcomes without a due date come last. The sort is stable, so outcomes due on the same day keep their order. */
function soonestFirst(a: Decided, b: Decided): number {
  const due = ({ outcome }: Decided) => outcome.due?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b);
}

function outcomeView(context: Context, { announcement, outcome }: Decided): OutcomeView {
  const { locale, link, t } = context;
  const { text, division, due } = outcome;
  return {
    text,
    division:
      division === undefined ? undefined : scopeLink(context, { type: 'divisions', id: division }),
    due: due && t('announcement.due', { date: endText(context, due).text }),
    announcement: {
      href: link(urls.announcement(locale, announcement.id)),
      text: inLocale(announcement.texts, locale, announcement.id).title,
    },
    decided: dateText(context, announcement.published),
  };
}
