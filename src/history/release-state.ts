import type { z } from 'zod';
import {
  type ApprovalsFile,
  approvalsFile,
  eventsFile,
  filesFile,
  ledgerFile,
  logFile,
  newsFile,
  pagesFile,
  releaseFile,
  scheduleFile,
} from '#schema/state.ts';
import { type Ledger, readLedger, writtenLedger } from './ledger.ts';
import type { Events } from './events.ts';
import type { Log } from './log.ts';
import type { Pages } from './changed-pages.ts';
import type { Schedule } from './schedule.ts';
import { urls } from '#site/urls.ts';
import { UserError } from '#messages/user-error.ts';

/** What a release records for the next one. */
export interface ReleaseState {
  readonly ledger: Ledger;
  readonly schedule: Schedule;
  /** Undefined for a release made by an older version of Jarshy. */
  readonly log?: Log | undefined;
  /** Undefined for a release made by an older version of Jarshy. */
  readonly events?: Events | undefined;
  /** What it shows, and what of that is new. Undefined for a release made by an older version of Jarshy. */
  readonly pages?: Pages | undefined;
  readonly news?: ReleaseChanges | undefined;
  /** Who has approved what is public; undefined on a site that asks for no approval. */
  readonly approvals?: ApprovalsFile['approvals'] | undefined;
  /** After a rollback, the id of the release that was made public again. */
  readonly repeats?: string | undefined;
}

/** The part of a state that describes what is public. It can be read back from the site itself. */
export type PublicState = Pick<ReleaseState, 'ledger' | 'log' | 'events' | 'pages'>;

/** What is new in a release, and whom to notify (`newsFile` of the schema). */
export type ReleaseChanges = z.output<typeof newsFile>;

/** The files of a state, by name. The same state always gives the same bytes. */
export function stateFiles(state: ReleaseState): Record<string, string> {
  return {
    'release.json': lines({ format: 1, repeats: state.repeats }),
    'ledger.json': lines(writtenLedger(state.ledger)),
    'schedule.json': lines(state.schedule),
    ...(state.events && { 'events.json': writtenEvents(state.events) }),
    ...(state.log && { 'log.json': writtenLog(state.log) }),
    ...(state.pages && { 'pages.json': lines(writtenPages(state.pages, state.schedule)) }),
    ...(state.news && { 'news.json': lines(state.news) }),
    ...(state.approvals && {
      'approvals.json': lines({ format: 1, approvals: state.approvals }),
    }),
  };
}

/**
 * The files of a state that are published in the site, by address. They contain nothing that the site does not show.
 */
export function publicStateFiles({
  ledger,
  events,
  pages,
  schedule,
}: ReleaseState): Record<string, string> {
  return {
    [ledgerAddress]: lines(writtenLedger(ledger)),
    ...(events && { [eventsAddress]: writtenEvents(events) }),
    ...(pages && { [pagesAddress]: lines(writtenPages(pages, schedule)) }),
  };
}

/** The address of the published `events.json`. */
export const eventsAddress = '/_state/events.json';

/** The address of the published `ledger.json`. */
export const ledgerAddress = '/_state/ledger.json';

/** The address of the published `files.json`. */
export const filesAddress = '/_state/files.json';

/** Every file of a public site, by its path from the root of the site. */
export type SiteFiles = ReadonlyMap<string, PublicFile>;

/** Size in bytes and SHA-256, in hexadecimal. */
export interface PublicFile {
  readonly size: number;
  readonly sha256: string;
}

/** The text of `files.json`, with a line for each file. */
export function writtenFiles(files: SiteFiles): string {
  const entries = [...files].map(
    ([path, { size, sha256 }]) => `${JSON.stringify(path)}:[${size},"${sha256}"]`,
  );
  return `{"format":1,"files":{\n${entries.join(',\n')}\n}}\n`;
}

/**
 * Parses `files.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parseFiles(text: string, place: string): SiteFiles {
  const { files } = parse(filesFile, text, place);
  return new Map(Object.entries(files).map(([path, [size, sha256]]) => [path, { size, sha256 }]));
}

/** The address of the published `pages.json`. */
export const pagesAddress = '/_state/pages.json';

function writtenPages(pages: Pages, { built }: Schedule): z.output<typeof pagesFile> {
  return { format: 1, built, pages };
}

type Found = readonly [text: string, place: string];

/**
 * Parses the files of a state.
 * @param read returns the text of a required file, and where it was found, for error messages
 * @param ask the same for an optional file; returns undefined when it does not exist
 * @throws {UserError} when a file is not valid or its format is newer
 */
export function parseState(
  read: (name: string) => Found,
  ask: (name: string) => Found | undefined,
): ReleaseState {
  const { repeats } = parse(releaseFile, ...read('release.json'));
  const pages = ask('pages.json');
  const news = ask('news.json');
  const approvals = ask('approvals.json');
  const ledger = parseLedger(...read('ledger.json'));
  return {
    repeats,
    ledger,
    log: logBeside(ledger, ask('log.json')),
    events: eventsIn(ask('events.json')),
    schedule: parseSchedule(...read('schedule.json')),
    pages: pages && parsePages(...pages).pages,
    news: news && parseNews(...news),
    approvals: approvals && parse(approvalsFile, ...approvals).approvals,
  };
}

/**
 * Parses `schedule.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parseSchedule(text: string, place: string): Schedule {
  return parse(scheduleFile, text, place);
}

/**
 * Parses `pages.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parsePages(text: string, place: string): z.output<typeof pagesFile> {
  return parse(pagesFile, text, place);
}

/**
 * Parses `news.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parseNews(text: string, place: string): ReleaseChanges {
  return parse(newsFile, text, place);
}

/**
 * Parses `events.json`, if found.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function eventsIn(found: Found | undefined): Events | undefined {
  return found && parse(eventsFile, ...found).events;
}

function writtenEvents(events: Events): string {
  return lines({ format: 1, events });
}

/**
 * Parses the log that belongs to a ledger.
 * @returns undefined when the site was never public with a log
 * @throws {UserError} when the log has been lost, because an empty one would start the record again; also when it is
 *   not valid or its format is newer
 */
export function logBeside(ledger: Ledger, found: Found | undefined): Log | undefined {
  if (found) return parseLog(...found);
  if ([...ledger.keys()].some((address) => /^\/[^/]+\/log\/$/u.test(address)))
    throw new UserError('state-missing', { place: urls.dataLog });
  return undefined;
}

/**
 * Parses `log.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parseLog(text: string, place: string): Log {
  return parse(logFile, text, place);
}

/**
 * Parses `ledger.json`.
 * @throws {UserError} when it is not valid or its format is newer
 */
export function parseLedger(text: string, place: string): Ledger {
  return readLedger(parse(ledgerFile, text, place));
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  place: string,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError('state-broken', { place, detail: (error as Error).message });
  }
  const { format } = (value ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > 1)
    throw new UserError('state-newer', { place, detail: String(format) });
  const result = schema.safeParse(value);
  if (!result.success)
    throw new UserError('state-broken', {
      place,
      detail: result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    });
  return result.data;
}

/** One entry per line: a longer log adds lines to the file, and changes only the last of the existing ones. */
export function writtenLog({ format, lines: entries, salts }: Log): string {
  return `{"format":${format},"lines":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n],"salts":${JSON.stringify(salts, undefined, 1)}}\n`;
}

/** One value per line, so that small changes make small diffs. */
function lines(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
