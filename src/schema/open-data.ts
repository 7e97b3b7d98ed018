import { z } from 'zod';
import { kinds, outcomeStatuses } from './announcement.ts';
import { perRegistry } from './registry-names.ts';

// The shapes of the open data under /api/: types for our code, and the JSON Schemas that are published with the data.
// Existing keys are never removed and keep their meaning. New ones may be added.

const moment = z.iso
  .datetime({ offset: true })
  .describe('RFC 3339, with the offset of the zone of the press office');
const address = z.url().describe('absolute');
const ids = z.array(z.string());

const picture = z.object({
  url: address,
  type: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  caption: z.string().optional(),
  credit: z.string().optional(),
});

const outcome = z.object({
  text: z.string().describe('what was decided'),
  division: z.string().optional().describe('the id of the division that is to do it'),
  due: z.iso.date().optional().describe('the last day on which it may be done'),
  status: z.enum(outcomeStatuses),
});

/** What is the same in every language of an announcement. */
const facts = z.object({
  id: z.string().regex(/^\d{4}\/[a-z0-9-]+$/u),
  kind: z.enum(kinds),
  published: moment,
  ...perRegistry(() => ids),
  event: z
    .object({
      start: moment,
      end: moment.optional(),
      online: address.optional(),
      revision: z.int(),
    })
    .optional(),
  expires: moment.optional().describe('no longer in force from then on'),
  withdrawn: moment.optional().describe('taken back on that day, for the reason in each text'),
  data: address.describe('the whole announcement as JSON'),
});

const heading = z.object({
  url: address,
  title: z.string(),
  summary: z.string(),
  appeared: moment.describe('when this language came out'),
  updated: moment.describe('the last correction, or when this language came out'),
});

const text = heading.extend({
  html: z.string().describe('the text, with absolute addresses'),
  plain: z.string().describe('the text without markup'),
  translatedFrom: z.string().optional(),
  machineTranslated: z.boolean(),
  withdrawnReason: z.string().optional(),
  eventPlace: z.string().optional(),
  cover: picture.optional(),
  gallery: z.array(picture),
  attachments: z.array(
    z.object({ url: address, type: z.string(), bytes: z.int(), title: z.string() }),
  ),
  outcomes: z.array(outcome),
  corrections: z.array(z.object({ date: z.iso.date(), note: z.string() })),
  /** Absent where there are none. */
  updates: z.array(z.object({ at: z.iso.datetime({ offset: true }), text: z.string() })).optional(),
});

/** `/api/announcements/<year>/<slug>.json` */
export const announcementData = facts.extend({
  texts: z.record(z.string(), text).describe('by language'),
});
export type AnnouncementData = z.infer<typeof announcementData>;

/** `/api/announcements.json` and `/api/announcements/pages/<page>.json` */
export const announcementsData = z.object({
  name: z.record(z.string(), z.string()),
  page: z.int().describe('1 holds the oldest; a page that is full does not grow any more'),
  pages: z.int(),
  older: address.optional(),
  newer: address.optional(),
  announcements: z
    .array(facts.extend({ texts: z.record(z.string(), heading) }))
    .describe('newest first'),
});
export type AnnouncementsData = z.infer<typeof announcementsData>;

/** `/api/outcomes.json` */
export const outcomesData = z.object({
  outcomes: z
    .array(
      outcome.omit({ text: true }).extend({
        announcement: z.string(),
        decided: moment,
        data: address,
        texts: z.record(z.string(), z.object({ text: z.string(), url: address })),
      }),
    )
    .describe('the last decided first'),
});
export type OutcomesData = z.infer<typeof outcomesData>;

/** The published schemas by name (JSON Schema 2020-12). */
export const dataSchemas = {
  announcement: announcementData,
  announcements: announcementsData,
  outcomes: outcomesData,
} satisfies Record<string, z.ZodType>;
export type DataSchemaName = keyof typeof dataSchemas;

/**
 * Parses a document of the open data.
 * @throws {Error} when the document does not match its schema; the message says where
 * @throws {SyntaxError} when it is not JSON
 */
export function readData<Name extends DataSchemaName>(
  name: Name,
  text: string,
): z.output<(typeof dataSchemas)[Name]> {
  const { success, data, error } = dataSchemas[name].safeParse(JSON.parse(text));
  if (!success) throw new Error(z.prettifyError(error));
  return data as z.output<(typeof dataSchemas)[Name]>;
}

/** The JSON Schema that is published under a name. */
export function jsonSchema(name: DataSchemaName): object {
  return z.toJSONSchema(dataSchemas[name]);
}
