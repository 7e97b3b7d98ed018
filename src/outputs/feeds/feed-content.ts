import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { portableHtml } from '#body/portable.ts';
import { inLocale } from '#lang/lookup.ts';
import type { Announcement } from '#site/model.ts';
import { type AnnouncementContent, announcementContent } from '#views/pages/announcement.ts';
import type { Contacts } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import type { PictureView } from '#views/parts/picture-view.ts';

type Part = ElementContent | null | undefined;

/**
 * An announcement as one piece of HTML that any program can show: everything that a reader of its page sees, in the
 * same order.
 * @param page the absolute address of that page
 */
export function feedContent(context: Context, announcement: Announcement, page: string): string {
  const { t, strings, locale } = context;
  // A page says that something is over. A feed entry says until when it is valid, because a reader may never fetch it
  // again. So the entry does not have to change as time passes.
  const { event: facts } = announcement;
  const view = announcementContent(context, {
    ...announcement,
    expired: false,
    old: false,
    event: facts && { ...facts, begun: false, over: false },
  });
  const parts: Part[] = [
    ...[...view.notes, ...(view.corrected ? [view.corrected.text] : [])].map((note) =>
      h('p', h('strong', note)),
    ),
    ...(view.withdrawn
      ? [h('p', h('strong', view.withdrawn.heading)), h('p', view.withdrawn.reason)]
      : []),
    view.translation &&
      h('p', h('em', view.translation.notes.join(' ')), ' ', source(view.translation.source)),
    view.lead ? h('p', h('strong', view.lead)) : null,
    view.cover && figure(view.cover),
    ...section(
      t('announcement.updates'),
      view.updates.map(({ at, text }) =>
        h('li', h('time', { dateTime: at.iso }, at.text), ' — ', text),
      ),
    ),
    event(context, view),
    { type: 'raw', value: inLocale(announcement.texts, locale, announcement.id).body.portable },
    ...section(
      t('announcement.outcomes'),
      view.outcomes.map(({ text, division, due, status }) =>
        h('li', text, h('br'), h('small', [status, division, due].filter(Boolean).join(' · '))),
      ),
    ),
    ...heading(t('announcement.gallery'), view.gallery.map(figure)),
    ...section(
      t('announcement.attachments'),
      view.attachments.map(({ href, title, note }) =>
        h('li', h('a', { href }, title), ` (${note})`),
      ),
    ),
    ...section(
      t('announcement.corrections'),
      view.corrections.map(({ date, note }) =>
        h('li', h('time', { dateTime: date.iso }, date.text), ' — ', note),
      ),
    ),
    ...view.about.flatMap((about) =>
      section(
        about.heading,
        about.links.map(({ href, text, role }) =>
          h('li', h('a', { href }, text), role === undefined ? '' : ` — ${role}`),
        ),
      ),
    ),
    ...(view.contact ? section(t('announcement.contact'), contacts(context, view.contact)) : []),
    h(
      'p',
      h(
        'a',
        { href: page },
        t('footer.source', { name: inLocale(context.site.publisher.name, locale) }),
      ),
    ),
  ];
  const present = parts.filter(
    (part): part is ElementContent => part !== null && part !== undefined,
  );
  // Feed readers show texts in the direction of their own interface unless the text sets its direction.
  return portableHtml(
    h(null, strings.dir === 'rtl' ? [h('div', { dir: 'rtl' }, present)] : present),
    page,
  );
}

/** A list under its heading, or nothing if the list is empty. */
function section(title: string, items: Element[]): Element[] {
  return heading(title, items.length > 0 ? [h('ul', items)] : []);
}

function heading(title: string, content: Element[]): Element[] {
  return content.length > 0 ? [h('h2', title), ...content] : [];
}

function figure({ img, alt, caption, credit }: PictureView): Element {
  const words = [caption, credit].filter(Boolean).join(' ');
  return h('figure', h('img', { ...img, alt }), words ? h('figcaption', words) : null);
}

function source({
  href,
  lang,
  dir,
  before,
  name,
  after,
}: NonNullable<AnnouncementContent['translation']>['source']): Element {
  return h('a', { href, hrefLang: lang }, before, h('span', { lang, dir }, name), after);
}

function event({ t }: Context, { event: facts }: AnnouncementContent): Element | undefined {
  if (!facts) return undefined;
  const { when, start, place, online, calendar } = facts;
  return h('dl', [
    ...[h('dt', t('event.when')), h('dd', h('time', { dateTime: start }, when))],
    ...(place ? [h('dt', t('event.where')), h('dd', place)] : []),
    ...(online ? [h('dt', t('event.online')), h('dd', h('a', { href: online }, online))] : []),
    ...(calendar
      ? [h('dt', t('event.calendar')), h('dd', h('a', { href: calendar }, t('event.add')))]
      : []),
  ]);
}

function contacts(
  { t }: Context,
  { name, role, phones, emails, address, hours }: Contacts,
): Element[] {
  return [
    ...(name ? [h('li', h('a', { href: name.href }, name.text), role ? ` — ${role}` : '')] : []),
    ...phones.map(({ href, text, label }) =>
      h('li', `${label ?? t('contact.phone')}: `, h('a', { href }, text)),
    ),
    ...emails.map(({ href, text, label }) =>
      h('li', `${label ?? t('contact.email')}: `, h('a', { href }, text)),
    ),
    ...(address ? [h('li', `${t('contact.address')}: ${address}`)] : []),
    ...(hours ? [h('li', `${t('contact.hours')}: ${hours}`)] : []),
  ];
}
