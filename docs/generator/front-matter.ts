import { z } from 'zod';
import {
  announcementFile,
  facts,
  listNeeds,
  type ListName,
  lists,
  text,
} from '#schema/announcement.ts';
import { attachmentTypes } from '#schema/attachment.ts';
import { pageFile } from '#schema/page.ts';
import { fieldsOf, withNotes } from './field-rows.ts';
import { code, table } from './markdown.ts';
import { valueForm } from './value-form.ts';

const where = 'docs/generator/front-matter.ts';

/** What each fact and each text means. */
const notes: Readonly<Record<string, string>> = {
  title: 'The title, without a full stop',
  summary: 'One or two sentences. Absent: the first paragraph of the body',
  date: '**Required** in one of the files. The moment of publication. A day alone is its start in the time zone of the site. In the future it is the embargo',
  appeared:
    'When this language came out, if later than `date`. In the future this language is held',
  draft:
    'This language is in no output. When all languages are drafts, the whole announcement is one',
  kind: 'What it is. Absent: `news`. An alert needs `expires`, an event `eventStart`',
  divisions: 'The divisions concerned, as in `divisions/`',
  people: 'The people whom it names, as in `people/`',
  topics: 'Topics, as in `topics.yaml`',
  cover: 'The picture at its head',
  coverAlt: 'What the cover shows, for those who cannot see it. Required with `cover`',
  coverCaption: 'The caption of the cover',
  coverCredit: 'Whose picture the cover is',
  eventStart: 'When an event begins',
  eventEnd: 'When it ends. A day alone means the end of that day',
  eventPlace: 'Where it is',
  eventOnline: 'Where it can be followed',
  eventRevision: 'Absent: 0. One more whenever time or place of a public event changes',
  expires:
    'After it the announcement is marked as no longer in force; the address stays. A day alone means its end',
  pinnedUntil: 'Until then it is at the top. A day alone means its end',
  withdrawnOn: 'Taken back: the text stays under a notice, out of lists and search',
  withdrawnReason: 'Why, for readers. Required with `withdrawnOn`',
  removedOn:
    'Gone from every output, past releases included; only the reason is left. `npm run remove` writes it and does all the rest',
  removedReason: 'Why, for readers. Required with `removedOn`',
  translatedFrom:
    'Which text this one translates, and in which state. Written by `npm run translated`',
  approved:
    'Who has approved which state of the text, on a site with `approval: required`. Written by the desk and `npm run approve`',
  'approved.by': 'Who',
  'approved.on': 'When',
  'approved.of': 'The fingerprint of the state',
  'approved.alone': 'Why nobody else could approve it',
  returned: 'Who has sent which state of the text back. Written by the desk',
  'returned.by': 'Who',
  'returned.on': 'When',
  'returned.of': 'The fingerprint of the state',
  'returned.remark': 'What is to be changed',
  machineTranslated: 'Readers are told that a machine translated it',
  aliases:
    'Old addresses that must keep working, the oldest first: by that one, feeds go on knowing the announcement',
  contact: 'Whom to call: the id of a person or a division',
  origin: 'Where it was imported from. Written by `npm run import`',
  'origin.kind': 'What was read: a Word document, a feed and so on',
  'origin.id': 'Its name there',
  'origin.url': 'Its address there',
  privacyOk: 'Silences a privacy rule here: `rule: reason`',
};

const listNotes: Readonly<Record<string, string>> = {
  'gallery.src': 'The picture',
  'gallery.alt': 'What it shows, for those who cannot see it',
  'gallery.caption': 'Its caption',
  'gallery.credit': 'Whose picture it is',
  'attachments.file': `A file to download: ${Object.keys(attachmentTypes).join(', ')}`,
  'attachments.title': 'Its title, as readers see it',
  'outcomes.text': 'What was decided: one sentence',
  'outcomes.division': 'The division that is to do it',
  'outcomes.due': 'By when. A day alone means its end',
  'outcomes.status': 'Absent: `open`',
  'corrections.date': 'The day of the correction, not in the future. It becomes the date of update',
  'corrections.note': 'What was corrected: one sentence',
  'updates.at':
    'When it happened, with time and offset, not in the future. The latest becomes the date of update',
  'updates.text': 'What has happened since the text came out: one or two sentences',
};

/** Every field of an announcement but the lists: name, to whom it belongs, form, meaning. */
export function announcementFields(): string {
  const rows = withNotes(fieldsOf(z.object({ ...text, ...facts })), notes, where);
  const order = Object.keys(notes);
  return table(
    ['field', '', 'value', 'meaning'],
    [...rows]
      .sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
      .map(({ path, schema, note }) => [
        code(path),
        path in text ? 'text' : 'fact',
        valueForm(schema),
        isNeeded(path) ? `**Required.** ${note}` : note,
      ]),
  );
}

function isNeeded(path: string): boolean {
  const schema = (announcementFile.shape as Readonly<Record<string, z.ZodType | undefined>>)[path];
  return schema !== undefined && !schema.safeParse(undefined).success;
}

/** The keys of the entries of each list. */
export function announcementLists(): string {
  const rows = (Object.keys(lists) as ListName[]).flatMap((list) => {
    const { facts: ofFacts, text: ofText } = lists[list];
    const needs: readonly string[] = listNeeds[list];
    return Object.entries<z.ZodType>({ ...ofFacts, ...ofText }).map(([key, schema]) => ({
      path: `${list}.${key}`,
      schema,
      needed: needs.includes(key),
      belongs: key in ofText ? 'text' : 'fact',
    }));
  });
  const belongs = new Map(rows.map((row) => [row.path, row.belongs]));
  return table(
    ['key', '', 'value', 'meaning'],
    withNotes(rows, listNotes, where).map(({ path, schema, needed, note }) => [
      code(path),
      belongs.get(path) ?? '',
      valueForm(schema),
      needed ? `**Required.** ${note}` : note,
    ]),
  );
}

const pageNotes: Readonly<Record<string, string>> = {
  title: 'The title; also what links to the page say',
  summary: 'One or two sentences, for search engines',
};

/** The fields of a standing page. */
export function standingPageFields(): string {
  return table(
    ['field', 'value', 'meaning'],
    withNotes(fieldsOf(pageFile), pageNotes, where).map(({ path, schema, needed, note }) => [
      code(path),
      valueForm(schema),
      needed ? `**Required.** ${note}` : note,
    ]),
  );
}
