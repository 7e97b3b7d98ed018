import { z } from 'zod';
import {
  fileBeside,
  id,
  ids,
  line,
  matching,
  moment,
  sitePath,
  webAddress,
  wholeNumber,
} from './fields.ts';
import { perRegistry } from './registry-names.ts';

export const kinds = ['news', 'meeting', 'event', 'statement', 'alert'] as const;
export type Kind = (typeof kinds)[number];

/** Whether the decision of a meeting has been carried out. */
export const outcomeStatuses = ['open', 'done'] as const;

/** Facts: the same in every language. A fact may be written in any of the language files. */
export const facts = {
  date: moment,
  kind: z.enum(kinds),
  ...perRegistry(() => ids),
  cover: fileBeside,
  coverCredit: line,
  eventStart: moment,
  eventEnd: moment,
  eventOnline: webAddress,
  eventRevision: wholeNumber(0, 1_000_000),
  expires: moment,
  pinnedUntil: moment,
  withdrawnOn: moment,
  removedOn: moment,
  /** Old addresses, oldest first. The oldest one determines the id of the announcement in feeds. */
  aliases: z.array(sitePath),
  /** The id of a person or a division. */
  contact: id,
  origin: z.strictObject({ kind: line, id: line.optional(), url: webAddress.optional() }),
  privacyOk: z.array(line),
};

/** A fingerprint of what a text says. */
const state = matching(/^[0-9a-f]{12}(?:-[0-9a-f]*)?$/u, '1a2b3c4d5e6f');

/** Text: belongs to the language of its file. */
export const text = {
  title: line,
  summary: line,
  appeared: moment,
  draft: z.boolean(),
  coverAlt: line,
  coverCaption: line,
  eventPlace: line,
  withdrawnReason: line,
  removedReason: line,
  translatedFrom: matching(/^[\w-]+@[\w-]+$/u, 'ru@1a2b3c4d'),
  machineTranslated: z.boolean(),
  /** Who has approved which state of the text; written by the desk and `npm run approve`. */
  approved: z.strictObject({
    by: line,
    on: line,
    of: state,
    /** Why nobody else could approve it. */
    alone: line.optional(),
  }),
  /** Who has sent which state of the text back, and what is to be changed. */
  returned: z.strictObject({ by: line, on: line, of: state, remark: line }),
};

/**
 * Lists whose entries have the same order in every language. Some keys of each entry are facts, the others are text.
 */
export const lists = {
  gallery: { facts: { src: fileBeside, credit: line }, text: { alt: line, caption: line } },
  attachments: { facts: { file: fileBeside }, text: { title: line } },
  outcomes: {
    facts: { division: id, due: moment, status: z.enum(outcomeStatuses) },
    text: { text: line },
  },
  corrections: { facts: { date: moment }, text: { note: line } },
  /** What has happened since: for a warning whose text goes on. */
  updates: { facts: { at: moment }, text: { text: line } },
};
export type ListName = keyof typeof lists;

/**
 * The keys that each merged entry of a list must have. Text keys, such as `alt`, are required in every language that
 * has the list.
 */
export const listNeeds = {
  gallery: ['src', 'alt'],
  attachments: ['file', 'title'],
  outcomes: ['text'],
  corrections: ['date', 'note'],
  updates: ['at', 'text'],
} as const satisfies Record<ListName, readonly string[]>;

const entry = <Facts extends z.ZodRawShape, Text extends z.ZodRawShape>(list: {
  facts: Facts;
  text: Text;
}) => z.array(z.strictObject({ ...list.facts, ...list.text }).partial());

/** The front matter of `content/announcements/<year>/<slug>/index.<locale>.md`. */
export const announcementFile = z
  .strictObject({
    ...facts,
    ...text,
    gallery: entry(lists.gallery),
    attachments: entry(lists.attachments),
    outcomes: entry(lists.outcomes),
    corrections: entry(lists.corrections),
    updates: entry(lists.updates),
  })
  .partial()
  .required({ title: true });

export type AnnouncementFile = z.output<typeof announcementFile>;

/** The front matter as people write it, before it is parsed. */
export type AnnouncementFields = z.input<typeof announcementFile>;
