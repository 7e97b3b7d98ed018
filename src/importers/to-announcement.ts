import { markdownOf } from '#body/markdown.ts';
import { guessLocale } from '#lang/guess-locale.ts';
import type { Locale } from '#lang/locale.ts';
import { firstOf, must } from '#lang/lookup.ts';
import { slugOf } from '#lang/slug.ts';
import { guessMoment } from '#lang/read-moment.ts';
import { dayIn, isoIn, readMoment, showWritten, startOf, type Written } from '#lang/time.ts';
import type { Basics } from '#site/read-basics.ts';
import { reservedSlugs } from '#site/urls.ts';
import type { NewAnnouncement } from '#authoring/new-announcement.ts';
import { takeDate, takeTitle } from './headline.ts';
import type { Imported, ImportNote } from './imported.ts';
import { sayLinesOfOffice, takeLetterhead } from './letterhead.ts';
import { topicsOf } from './topics.ts';
import { joinPictures } from './join-pictures.ts';
import { createRecogniser, type Recognise } from './recognise.ts';
import { markNotes } from './mark-notes.ts';
import { privacyNotes } from './privacy-notes.ts';
import { quoteSpeech } from './speech.ts';
import { textOf } from './text-of.ts';
import { visible } from './tidy.ts';

/** What the announcements of one import share. */
export interface ImportSite extends Basics {
  readonly now: Date;
  /** Whether a folder is taken, in the content or by another announcement of this import. */
  isTaken(year: number, slug: string): boolean;
  /** Old addresses that already lead to an announcement. */
  readonly aliases: Set<string>;
  /** Whether to omit `draft` when nothing needs a person's check. */
  readonly ready: boolean;
}

/**
 * Converts imported texts into one announcement.
 * @param imported the texts of one announcement in different languages; the facts come from the first
 * @returns the announcement, and a note for everything that a person must check
 */
export type ToAnnouncement = (imported: readonly Imported[]) => {
  readonly announcement: NewAnnouncement;
  readonly notes: readonly ImportNote[];
};

/** Creates the converter for the announcements of one import. */
export function createWriter(desk: ImportSite): ToAnnouncement {
  const { site, registry } = desk;
  const recognisers = new Map<Locale, Recognise>();
  const recogniserOf = (locale: Locale) => {
    let found = recognisers.get(locale);
    if (!found) recognisers.set(locale, (found = createRecogniser(registry, locale)));
    return found;
  };

  return (imported) => {
    const { texts: found, pictures } = joinPictures(imported);
    const texts = found.map((one) => readText(one, site));
    const notes = texts.flatMap((text) => text.notes);
    const date = writtenDate(
      texts.map((text) => text.date),
      desk,
      notes,
    );
    const { year } = dayIn(
      site.timeZone,
      startOf(must(readMoment(date), 'moment of an announcement'), site.timeZone),
    );
    const slug = freeSlug(
      found.map(({ slug, locale }) => slug && slugOf(slug, locale)).find(Boolean) ??
        texts.map(({ title, locale }) => slugOf(title, locale)).find(Boolean) ??
        `import-${date.slice(0, 10)}`,
      (name) => desk.isTaken(year, name),
    );
    const named = texts.map(({ locale, title, body }) =>
      recogniserOf(locale)(`${title}.\n${body.children.map(textOf).join('\n')}`),
    );
    const facts = {
      date,
      people: [...new Set(named.flatMap(({ people }) => people))],
      divisions: [...new Set(named.flatMap(({ divisions }) => divisions))],
      topics: topicsOf(found, registry.topics, notes),
      ...coverOf(found),
      aliases: found.flatMap((one) => aliasesOf(one, desk, notes)),
      origin: originOf(found),
    };
    const written = texts.map(
      ({ locale, title, body, fields }) =>
        [locale, { title, fields, body: markdownOf(body) }] as const,
    );
    notes.push(
      ...privacyNotes(
        written.map(([, { title, body }]) => `${title}\n${body}`).join('\n'),
        pictures,
        desk,
        desk.now,
      ),
    );
    const draft =
      !desk.ready ||
      notes.some(({ id }) => id !== 'cover-offered') ||
      found.some((one) => one.draft === true);
    const announcement = {
      year,
      slug,
      facts,
      texts: new Map(
        written.map(([locale, { title, fields, body }]) => [
          locale,
          { fields: { title, ...(draft && { draft }), ...fields }, body },
        ]),
      ),
      files: pictures,
    };
    return { announcement, notes };
  };
}

/** One text, after the date and title have been removed from its beginning. */
function readText(imported: Imported, { locales, defaultLocale }: ImportSite['site']) {
  const notes = [...imported.notes];
  const locale =
    imported.locale ??
    guessLocale(`${imported.title ?? ''} ${textOf(imported.body)}`, locales) ??
    defaultLocale;
  const headed = takeLetterhead(imported.body, notes);
  const dated =
    imported.date === undefined ? takeDate(headed) : { body: headed, date: imported.date };
  if ('beside' in dated && dated.beside !== undefined)
    notes.push({ id: 'number-left-out', params: { text: dated.beside } });
  const titled = takeTitle(
    takeLetterhead(dated.body, notes),
    locale,
    imported.title && visible(imported.title).trim(),
  );
  sayLinesOfOffice(titled.body, notes);
  notes.push(...markNotes(titled.title ?? '', titled.body));
  return {
    locale,
    title: titled.title ?? untitled(imported, notes),
    date: dated.date,
    body: quoteSpeech(titled.body),
    fields: fieldsOf(imported),
    notes,
  };
}

/** The fields that the source has outside the body. */
function fieldsOf({ summary, cover }: Imported) {
  const lead = summary === undefined ? '' : visible(summary).trim();
  return {
    ...(lead && { summary: lead }),
    ...(cover?.alt && { coverAlt: cover.alt }),
  };
}

function coverOf(texts: readonly Imported[]) {
  const cover = texts.find((text) => text.cover)?.cover;
  return cover ? { cover: cover.name } : {};
}

/** The origin of an announcement. When it was made of several files, the origin names each of them. */
function originOf(texts: readonly Imported[]): Imported['origin'] {
  const url = texts.find(({ origin }) => origin.url)?.origin.url;
  return {
    kind: firstOf(texts).origin.kind,
    id: texts.map(({ origin }) => origin.id).join(' '),
    ...(url && { url }),
  };
}

/** The first date that can be parsed. */
function writtenDate(
  dates: ReadonlyArray<string | undefined>,
  { site, now }: ImportSite,
  notes: ImportNote[],
): string {
  // `toISOString` gives milliseconds and Z. People write the offset of their zone.
  const written = dates.flatMap((date) => {
    const moment = date === undefined ? undefined : momentOf(date, site.timeZone);
    if (date !== undefined && !moment) notes.push({ id: 'date-unread', params: { value: date } });
    return moment
      ? [
          'instant' in moment
            ? isoIn(site.timeZone, moment.instant)
            : showWritten(moment, site.timeZone),
        ]
      : [];
  });
  const other = written.find((date) => date !== written[0]);
  if (other) notes.push({ id: 'dates-differ', params: { date: firstOf(written), other } });
  if (written[0]) return written[0];
  notes.push({ id: 'no-date', params: {} });
  return isoIn(site.timeZone, now).slice(0, 10);
}

/** Parses a date. A time without a zone is in the site's time zone. */
function momentOf(date: string, zone: string): Written | undefined {
  const { day, clock } =
    /^(?<day>\d{4}-\d{2}-\d{2})T(?<clock>\d{2}:\d{2})(?::\d{2})?$/u.exec(date)?.groups ?? {};
  return day && clock ? guessMoment(`${day} ${clock}`, zone) : readMoment(date);
}

function untitled({ origin }: Imported, notes: ImportNote[]): string {
  notes.push({ id: 'no-title', params: {} });
  return `${origin.kind} ${origin.id}`;
}

function freeSlug(wish: string, isTaken: (slug: string) => boolean): string {
  let slug = wish;
  for (let number = 2; isTaken(slug); number++) slug = `${wish}-${number}`;
  return slug;
}

/** Old addresses as paths of this site. One with a query is omitted: a static site cannot answer it. */
function aliasesOf(
  { addresses }: Imported,
  { site, aliases }: ImportSite,
  notes: ImportNote[],
): string[] {
  return addresses.flatMap((address) => {
    // Some sources have only the path.
    const { pathname, search } = new URL(address, 'https://old.invalid');
    const path = decodedPath(pathname);
    const below = path.startsWith(site.base) ? `/${path.slice(site.base.length)}` : path;
    if (
      search ||
      aliases.has(below) ||
      !/^\/(?:[^\s/?#]+\/)*[^\s/?#]*$/u.test(below) ||
      isOurs(below, site.locales)
    ) {
      notes.push({ id: 'old-address-dropped', params: { address } });
      return [];
    }
    aliases.add(below);
    return [below];
  });
}

/** Whether a path is, or may become, an address of this site. An old address must not take its place. */
function isOurs(path: string, locales: readonly Locale[]): boolean {
  const [first = '', second = '', ...rest] = path.split('/').filter(Boolean);
  if (!locales.includes(first))
    return rest.length === 0 && second === ''
      ? !/^[\p{L}\p{N}-]+(?:\.html?)?$/u.test(first) ||
          first === 'index.html' ||
          first === '404.html' ||
          first === '404'
      : /^(?:_|api$)/u.test(first);
  return (
    second === '' ||
    /\.(?:xml|json|ics)$/u.test(path) ||
    (reservedSlugs.has(second) && !(second === 'news' && rest.length > 0))
  );
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // A URIError: a percent sign that is not an escape.
  }
}
