import { formatDate } from '#lang/dates.ts';
import { mustGet } from '#lang/lookup.ts';
import type { EditorLocale } from '#schema/wording.ts';
import type { NewPage, NewSite } from '#authoring/new-site.ts';
import { interfaceStrings, sayIn } from '#messages/messages.ts';

/**
 * The accessibility statement of a new site: what has been done, what is known to be missing, whom to contact, and
 * when it was written. It says what is true of every site that Jarshy makes. The press office adds the rest.
 */
export function accessibilityStatement(
  { names, email, phone, timeZone }: NewSite,
  locale: EditorLocale,
  now: Date,
): NewPage {
  const say = sayIn(locale);
  const strings = interfaceStrings(locale);
  const contact =
    [email && `[${email}](mailto:${email})`, phone].filter(Boolean).join(', ') ||
    mustGet(names, locale);
  const body = say('init.accessibility.body', {
    panel: strings.t('view.title'),
    contact,
    date: formatDate(strings, timeZone, now),
  });
  return {
    title: say('init.accessibility.title'),
    summary: say('init.accessibility.summary'),
    body: `${body}\n`,
  };
}
