import type { z } from 'zod';
import { byId, registries } from '#schema/registries.ts';
import { siteFile } from '#schema/site.ts';
import { fieldsOf, withNotes } from './field-rows.ts';
import { code, table } from './markdown.ts';
import { defaultOf, valueForm } from './value-form.ts';

const where = 'docs/generator/site-settings.ts';

const siteNotes: Readonly<Record<string, string>> = {
  format: 'The version of the content format',
  url: 'Where the site will be found; may contain a path',
  example: 'Whether this is an example: `publish` then asks for `--example`',
  locales: 'Language tags; the first is the default',
  promise: 'The languages in which every announcement must come out. Absent: all',
  timeZone: 'The zone in which a day begins and ends: an IANA name such as `Asia/Almaty`',
  name: 'The name of the site',
  shortName: 'Two or three words of it, for the header of each page. Absent: the name',
  description: 'One sentence about it',
  publisher: 'Who publishes',
  'publisher.type':
    'A type of schema.org: `GovernmentOrganization`, `PoliceStation`, `Organization`',
  'publisher.name': 'The name of the publisher',
  'publisher.address': 'Its postal address',
  contacts:
    'How to reach the press office. The privacy rules allow these numbers and addresses in texts',
  'contacts.phones': 'Telephone numbers',
  'contacts.phones[].label': 'What the number is for',
  'contacts.phones[].number': 'The number',
  'contacts.emails': 'E-mail addresses. The first is the sender of `npm run digest`',
  'contacts.emails[].label': 'What the address is for',
  'contacts.emails[].address': 'The address',
  'contacts.hours': 'Office hours',
  accounts:
    'Accounts elsewhere: links at the foot of every page (`rel="me"`), and `sameAs` of the publisher',
  'accounts[].label': 'What readers see: `Telegram`, `Mastodon`',
  'accounts[].url': 'The address of the account',
  emblem: 'A picture beside `site.yaml`',
  theme: 'The look; see [Look and languages](../operate/look-and-languages.md)',
  'theme.accent':
    'The colour of links and buttons on a light page. One that cannot be read is refused, with the nearest that can',
  'theme.font': "A family of the reader's device",
  'theme.fontFile':
    'A file of your own: WOFF2, at most 60 KB, with the letters of all languages of the site',
  approval: '`required`: a text comes out only in a state that a second person has approved',
  socialCards: 'A picture with the title of each announcement, shown where a link to it is shared',
  compressedCopies:
    'Beside each text what servers send compressed (`.br`, `.gz`). Hosts that compress by themselves need none of it',
  perPage: 'How many announcements a page of a list has',
  pressKits:
    'An archive with the texts and full-size pictures of each announcement, for journalists',
  hub: 'A WebSub hub that is notified of new entries',
  feedAuthority:
    'Under what name feeds name their entries (RFC 4151). Absent: the host of `url`. When the site moves, set it to the old host: nothing arrives twice',
  indexNowKey: 'The key of IndexNow',
};

const divisionNotes: Readonly<Record<string, string>> = {
  name: 'Its name',
  shortName: 'A shorter one, for lists',
  caseForms: 'Other grammatical forms of the name, by language, for the proof-reader and search',
  head: 'The id of a person',
  phone: 'Its telephone',
  email: 'Its e-mail',
  address: 'Where it is',
  hours: 'When it is open',
  parent: 'The id of the division that this one belongs to',
};

const personNotes: Readonly<Record<string, string>> = {
  name: 'The name',
  caseForms: 'Other grammatical forms of the name, by language, for the proof-reader and search',
  role: 'The office',
  division: 'The id of a division',
  portrait: 'A picture beside the file',
  portraitAlt: 'What it shows. Required with `portrait`',
};

const topicNotes: Readonly<Record<string, string>> = {
  '<id>.label': 'What readers see',
  '<id>.description': 'One sentence, at the head of its page',
};

function settings(schema: z.ZodType, notes: Readonly<Record<string, string>>): string {
  return table(
    ['field', 'value', 'default', 'meaning'],
    withNotes(fieldsOf(schema), notes, where).map(({ path, schema: field, needed, note }) => [
      code(path),
      valueForm(field),
      defaultOf(field),
      needed ? `**Required.** ${note}` : note,
    ]),
  );
}

/** Every setting of `site.yaml`. */
export const siteSettings = () => settings(siteFile, siteNotes);
/** The fields of `divisions/<id>.yaml`. */
export const divisionFields = () => settings(registries.divisions.entry, divisionNotes);
/** The fields of `people/<id>.yaml`. */
export const personFields = () => settings(registries.people.entry, personNotes);
/** The fields of `topics.yaml`. */
export const topicFields = () => settings(byId(registries.topics.entry), topicNotes);
