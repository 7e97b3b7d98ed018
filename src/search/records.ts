import { inLocale, mustGet } from '#lang/lookup.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { scopeTitle } from '#snapshot/scopes.ts';
import { formatDate } from '#lang/dates.ts';
import type { Locale } from '#lang/locale.ts';
import { dayIn } from '#lang/time.ts';
import { hashedOnce, hashOf } from '#cache/hash.ts';
import { registryIds } from '#schema/registry-names.ts';
import type { Announcement, AnnouncementText, EventFacts, Model } from '#site/model.ts';
import type { Fact } from './engine.ts';
import { categories, type FilterName, filterNames } from '#site/taxonomies.ts';
import { twoDigits, underBase, urls } from '#site/urls.ts';

/** One text, with everything that the search index needs. */
export interface SearchRecord {
  /** The path on the server, including the site's base path. */
  readonly url: string;
  readonly title: string;
  /** Empty when the text has no summary. */
  readonly summary: string;
  /** Paragraphs separated by line ends. */
  readonly body: string;
  /**
   * The names of the people and subjects of the text, in each language of the site. They can be found, but are not
   * shown in excerpts.
   */
  readonly names: readonly NamesOfRecord[];
  readonly facets: Facets;
  /** What a result shows in addition to its excerpt. */
  readonly shown: { readonly date: string; readonly topics: string };
  /** The days on which it happens, in the site's time zone: `2026-01-22`. Absent when it is not an event. */
  readonly days?: readonly string[] | undefined;
  /** What a result tells at once to who asks for it by name. Announcements have none. */
  readonly facts?: readonly Fact[];
}

/** The names of a text in one language. */
export interface NamesOfRecord {
  readonly locale: Locale;
  /** One name a line. */
  readonly text: string;
  /** The forms of each name whose registry lists them; the name itself is the first. */
  readonly caseForms?: ReadonlyArray<readonly string[]>;
}

/** What results are filtered and sorted by. */
export type Facets = {
  /** `2026-01-22`, in the site's time zone. */
  readonly date: string;
} & { readonly [Name in FilterName]: string | readonly string[] };

/** The public announcements of a language, newest first. Withdrawn texts are left out. */
export function searchRecords(snapshot: ContentSnapshot, locale: Locale): SearchRecord[] {
  return snapshot
    .language(locale)
    .lists.all.map((announcement) => searchRecord(snapshot, locale, announcement));
}

function searchRecord(
  { model, language }: ContentSnapshot,
  locale: Locale,
  announcement: Announcement,
): SearchRecord {
  const { site } = model;
  const { id, published, topics, event } = announcement;
  const text = inLocale(announcement.texts, locale);
  const { plain, digest } = text.body;
  const besides = besidesBody(text);
  const record: SearchRecord = {
    url: underBase(site, urls.announcement(locale, id)),
    title: oneLine(text.title),
    summary: oneLine(text.summary ?? ''),
    body: withoutInvisible([plain.trim(), ...besides].join('\n')),
    names: site.locales.map((each) => {
      const caseForms = caseFormsIn(model, each, announcement);
      return {
        locale: each,
        text: namesIn(model, each, announcement),
        ...(caseForms.length > 0 && { caseForms }),
      };
    }),
    facets: {
      date: dayOf(site.timeZone, published),
      ...facetsOf(announcement),
    },
    shown: {
      date: formatDate(language(locale).strings, site.timeZone, published),
      topics: topics
        .map((topic) => scopeTitle(model, locale, { type: 'topics', id: topic }))
        .join(', '),
    },
    days: event && eventDays(site.timeZone, event),
  };
  return hashedOnce(record, () => hashOf({ ...record, body: [digest, besides] }));
}

/** The first days of an event; of one that takes longer, nobody asks for each day. */
const mostEventDays = 14;

function eventDays(timeZone: string, { start, end = start }: EventFacts): string[] {
  const days: string[] = [];
  const last = dayOf(timeZone, end);
  for (let moment = start; days.length < mostEventDays; moment = new Date(+moment + dayLength)) {
    const day = dayOf(timeZone, moment);
    if (day > last) break;
    days.push(day);
  }
  return days;
}

const dayLength = 24 * 60 * 60 * 1000;

function dayOf(timeZone: string, moment: Date): string {
  const { year, month, day } = dayIn(timeZone, moment);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function facetsOf(announcement: Announcement): Pick<Facets, FilterName> {
  const facets = categories.map((id) => [
    filterNames[id],
    id === 'kinds' ? announcement.kind : announcement[id],
  ]);
  return Object.fromEntries(facets) as Pick<Facets, FilterName>;
}

/** The texts on the page of an announcement that are not in its body. */
function besidesBody({ eventPlace, outcomes, attachments, updates }: AnnouncementText): string[] {
  return [
    eventPlace,
    ...updates.map(({ text }) => text),
    ...outcomes.map(({ text }) => text),
    ...attachments.map(({ title }) => title),
  ]
    .filter((text) => text !== undefined)
    .map(oneLine);
}

function namesIn(model: Model, locale: Locale, announcement: Announcement): string {
  const scopes = registryIds
    .toReversed()
    .flatMap((type) => announcement[type].map((id) => ({ type, id })));
  const short = announcement.divisions.flatMap(
    (id) => mustGet(model.divisions, id).shortName?.[locale] ?? [],
  );
  return [...scopes.map((scope) => scopeTitle(model, locale, scope)), ...short]
    .map(oneLine)
    .join('\n');
}

/** The names of people and divisions with the forms that their registries list. */
function caseFormsIn(
  model: Model,
  locale: Locale,
  { people, divisions }: Announcement,
): ReadonlyArray<readonly string[]> {
  const entries = [
    ...people.map((id) => mustGet(model.people, id)),
    ...divisions.map((id) => mustGet(model.divisions, id)),
  ];
  return entries.flatMap(({ name, caseForms }) => {
    const forms = caseForms?.[locale] ?? [];
    return forms.length > 0 ? [[inLocale(name, locale), ...forms].map(oneLine)] : [];
  });
}

/** A text on one line. */
export function oneLine(text: string): string {
  return withoutInvisible(text).replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Removes soft hyphens and zero-width spaces. They occur inside words, and Pagefind strips zero-width spaces from the
 * texts that it returns.
 */
export function withoutInvisible(text: string): string {
  return text.replaceAll(/[\u00AD\u200B]/gu, '');
}
