import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { portableHtml } from '#body/portable.ts';
import type { Edition } from '#edition/edition.ts';
import { nothing, scopeKey } from '#edition/lists.ts';
import { scopeName } from '#edition/scopes.ts';
import type { Locale } from '#lang/locale.ts';
import { newestFirst } from '#site/announcement.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, type Scope, urls } from '#site/urls.ts';

/** A list of announcements to subscribe to, whatever the format it is written in. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: Locale;
  /** The page that shows the same list, absolute. */
  readonly page: string;
  readonly scope: Scope;
  readonly site: Edition['model']['site'];
  /** When something in it last changed: the newest `updated` of its entries. */
  readonly updated: Date | undefined;
  /** Newest first, by when each came out in this language. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Absolute, and the entry's name for ever. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text as HTML that any program can show: absolute addresses, no script, no style. */
  readonly content: string;
  readonly published: Date;
  readonly updated: Date;
  readonly categories: readonly string[];
  readonly author: string;
}

/** So many entries as a reader who comes once a week cannot have missed any; the archive holds the rest. */
const entriesInFeed = 30;

export function makeFeed(edition: Edition, { locale, scope }: { locale: Locale; scope: Scope }): Feed {
  const { site } = edition.model;
  const lists = edition.lists.get(locale)!;
  const list = scope.type === 'site' ? lists.all : (lists.scopes.get(scopeKey(scope)) ?? nothing).all;
  const entries = list.toSorted(latestIn(locale)).slice(0, entriesInFeed).map((announcement) => feedEntry(edition, locale, announcement));
  const name = site.name[locale]!;
  return {
    title: scope.type === 'site' ? name : `${scopeName(edition.model, locale, scope)} — ${name}`,
    description: site.description[locale]!,
    language: locale,
    page: absolute(site, urls.scope(locale, scope)),
    scope,
    site,
    updated: entries.map(({ updated }) => updated).sort((a, b) => b.getTime() - a.getTime())[0],
    entries,
  };
}

/** A translation that comes out months later is news to those who read its language. */
function latestIn(locale: Locale) {
  return (a: Announcement, b: Announcement) => b.texts[locale]!.appeared.getTime() - a.texts[locale]!.appeared.getTime() || newestFirst(a, b);
}

const made = new WeakMap<object, FeedEntry>();

/** A text stands in many feeds; it is made ready for them once. */
function feedEntry(edition: Edition, locale: Locale, announcement: Announcement): FeedEntry {
  const text = announcement.texts[locale]!;
  let entry = made.get(text);
  if (!entry) made.set(text, (entry = makeEntry(edition, locale, announcement)));
  return entry;
}

function makeEntry(edition: Edition, locale: Locale, announcement: Announcement): FeedEntry {
  const { model, bodies } = edition;
  const { id, topics, kind } = announcement;
  const { title, summary, source, appeared, updated } = announcement.texts[locale]!;
  const url = absolute(model.site, urls.announcement(locale, id));
  const body = bodies.get(source.file)!;
  const scopes: Scope[] = [{ type: 'kinds', id: kind }, ...topics.map((topic): Scope => ({ type: 'topics', id: topic }))];
  return {
    url,
    title,
    summary: summary ?? body.lead,
    content: coverHtml(edition, locale, announcement) + portableHtml(body.html, url),
    published: appeared,
    updated,
    categories: scopes.map((scope) => scopeName(model, locale, scope)),
    author: model.site.publisher.name[locale]!,
  };
}

function coverHtml({ model, pictures }: Edition, locale: Locale, { texts }: Announcement): string {
  const { cover } = texts[locale]!;
  if (!cover) return '';
  const { name, width, height } = pictures.get(cover.file)!.fallback;
  return toHtml(h('figure', h('img', { src: absolute(model.site, urls.picture(name)), width, height, alt: cover.alt }), cover.caption ? h('figcaption', cover.caption) : null));
}
