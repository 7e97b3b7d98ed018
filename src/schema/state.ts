import { z } from 'zod';

// The files in which a release records what it published: `releases/<id>/state/`. A program that does not know the
// format of a file must stop, because these records cannot be rebuilt from anything else.

/**
 * The kinds of public address. The ledger leaves out further pages of lists, months of the archive and files with a
 * hash in their name.
 */
export const addressKinds = [
  'page',
  'announcement',
  'removed',
  'attachment',
  'scope',
  'feed',
  'moved',
] as const;
export type AddressKind = (typeof addressKinds)[number];

const addresses = z.array(z.string().startsWith('/'));

/** `ledger.json`: every address that was ever public, by kind. Addresses are paths from the site's root. */
export const ledgerFile = z.strictObject({
  format: z.literal(1),
  addresses: z.strictObject(
    Object.fromEntries(addressKinds.map((kind) => [kind, addresses])) as Record<
      AddressKind,
      typeof addresses
    >,
  ),
});

const moment = z.iso.datetime();

/** `release.json`: the release itself. */
export const releaseFile = z.strictObject({
  format: z.literal(1),
  repeats: z.string().optional().describe('the id of the release to which this one went back'),
});

/**
 * `schedule.json`: when the site will change by itself, the next moment first. Not public, because it reveals what is
 * held.
 */
export const scheduleFile = z.strictObject({
  format: z.literal(1),
  built: moment,
  moments: z.array(moment),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** `log.json`: what was published when; see `src/history/log.ts`. Public; the state holds the same file. */
export const logFile = z.strictObject({
  format: z.literal(1),
  lines: z.array(
    z.strictObject({
      number: z.int(),
      at: moment,
      what: z.enum(['published', 'changed', 'withdrawn', 'removed', 'gone', 'rolled-back']),
      text: z.string().optional().describe('<year>/<slug>/<locale>'),
      name: hash
        .optional()
        .describe('of a removed text, in place of `text`: the hash of its address'),
      hash: hash
        .optional()
        .describe('of a line whose `text` was taken out: the hash that it had before'),
      fingerprint: hash.optional(),
      release: z.string().optional().describe('the one that was made public again'),
      before: z.union([hash, z.literal('')]).describe('the hash of the line before'),
    }),
  ),
  salts: z.record(z.string(), z.string()).describe('of the texts that are public now'),
});
export type LogFile = z.output<typeof logFile>;

/**
 * `pages.json`: the page of each announcement, and when its content last changed. Also public in the site, where it
 * tells as of which moment the public release was built.
 */
export const pagesFile = z.strictObject({
  format: z.literal(1),
  built: moment,
  pages: z.record(z.string().startsWith('/'), moment),
});

/** `news.json`: what is new in this release, and whom to notify: search engines (IndexNow) and feed hubs (WebSub). */
export const newsFile = z.strictObject({
  format: z.literal(1),
  url: z.url().describe('the address of the site'),
  hub: z.url().optional(),
  indexNowKey: z.string().optional(),
  changed: z.array(z.url()).describe('pages that are new, say something else or are gone'),
  feeds: z.array(z.url()).describe('feeds in which that stands'),
});

/**
 * `events.json`: the times and places of each public event. A change to any of them must raise the revision. Also
 * public.
 */
export const eventsFile = z.strictObject({
  format: z.literal(1),
  events: z.record(
    z.string(),
    z.strictObject({
      revision: z.int(),
      start: moment,
      end: moment.optional(),
      online: z.string().optional(),
      places: z.record(z.string(), z.string()).describe('by language; empty where none is given'),
    }),
  ),
});
export type EventsFile = z.output<typeof eventsFile>;

/**
 * `files.json`: every file of the public site, so that one that was changed later is found. Public; the state holds the
 * same file.
 */
export const filesFile = z.strictObject({
  format: z.literal(1),
  files: z.record(
    z.string().startsWith('/').describe('the path from the root of the site'),
    z.tuple([z.int().describe('the size in bytes'), hash.describe('SHA-256 of the bytes')]),
  ),
});

/**
 * `.health/health.json` of a target: how its last publications went. Not public, because it names what is not public yet. It
 * may be lost: nothing depends on it but alarms.
 */
export const healthFile = z.object({
  format: z.literal(1),
  checked: moment.describe('when a publication was last tried, or found not to be due'),
  clock: z
    .object({ at: moment, uptime: z.number() })
    .optional()
    .describe(
      'when the clock was last right, and for how many seconds the machine had been running',
    ),
  failed: z
    .object({ since: moment, why: z.string() })
    .optional()
    .describe('while nothing can be published'),
  late: z.object({ since: moment }).optional().describe('the first moment that was missed'),
  faulty: z
    .object({ since: moment, parts: z.array(z.string()) })
    .optional()
    .describe('while parts of the sources are faulty'),
  stale: z
    .object({ since: moment, why: z.string() })
    .optional()
    .describe('while new texts cannot be fetched'),
  retry: z
    .object({ last: moment, at: moment, attempts: z.int() })
    .optional()
    .describe('the last attempt of those that failed, and the earliest moment of the next'),
  raised: z
    .record(z.string(), z.object({ last: moment, times: z.int() }))
    .default({})
    .describe('how often each alarm has been raised, and when last'),
});
export type Health = z.output<typeof healthFile>;

/** `approvals.json`: who has approved what the release shows, on a site that asks for it. Not public: it names people. */
export const approvalsFile = z.strictObject({
  format: z.literal(1),
  approvals: z.record(
    z.string().describe('<year>/<slug>/<locale>'),
    z.strictObject({
      by: z.string(),
      on: z.string(),
      of: z.string().describe('the fingerprint of the state that was approved'),
      alone: z.string().optional().describe('why there was no second person'),
    }),
  ),
});
export type ApprovalsFile = z.output<typeof approvalsFile>;
