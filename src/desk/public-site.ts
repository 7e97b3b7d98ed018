import { formatMoment } from '#lang/dates.ts';
import type { Strings } from '#lang/strings.ts';
import type { Say } from '#messages/messages.ts';
import type { ReadSite } from '#site/read-site.ts';
import { urls } from '#site/urls.ts';

/** What is public, as far as the desk can know. */
export interface PublicSite {
  /** The moment as of which the public site was built, where that is known. */
  readonly built: Date | undefined;
  /** Every address that was ever public; undefined when it could not be read. */
  readonly addresses: ReadonlySet<string> | undefined;
  /** Why it could not be read, as a sentence. */
  readonly failure: string | undefined;
}

/** How many texts the desk names. The others are counted. */
const named = 5;

/**
 * Says what is public since when, and which texts are not although their moment has come: the sign of a publication
 * that has failed on the server.
 */
export function bannerLines(
  { built, addresses, failure }: PublicSite,
  {
    read: { model },
    strings,
    say,
    now,
  }: {
    readonly read: Pick<ReadSite, 'model'>;
    readonly strings: Strings;
    readonly say: Say;
    readonly now: Date;
  },
): string[] {
  if (!model) return [];
  if (!addresses)
    return failure === undefined ? [] : [say('desk.public.unknown', { detail: failure })];
  const waiting = model.announcements.flatMap(({ id, texts }) =>
    Object.values(texts)
      .filter(({ locale, held }) => !held && !addresses.has(urls.announcement(locale, id)))
      .map(({ locale, title, appeared }) => ({ name: `${title} (${locale})`, appeared })),
  );
  const oldest = waiting
    .map(({ appeared }) => appeared)
    .sort((a, b) => a.getTime() - b.getTime())[0];
  const moment = (date: Date) => formatMoment(strings, model.site.timeZone, date);
  return [
    ...(built ? [say('desk.public.since', { moment: moment(built) })] : []),
    ...(oldest && oldest <= now
      ? [
          say('desk.public.waiting', {
            count: waiting.length,
            titles: waiting
              .slice(0, named)
              .map(({ name }) => name)
              .join('; '),
            moment: moment(oldest),
          }),
        ]
      : []),
  ];
}
