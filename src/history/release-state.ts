import type { z } from 'zod';
import {
  eventsFile,
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

/** What a release remembers for the next one. */
export interface ReleaseState {
  readonly ledger: Ledger;
  readonly schedule: Schedule;
  /** Unknown of a release that an older Jarshy made. */
  readonly log?: Log | undefined;
  /** Likewise. */
  readonly events?: Events | undefined;
  /** What it shows, and what of that is new. Unknown of a release that an older Jarshy made. */
  readonly pages?: Pages | undefined;
  readonly news?: ReleaseChanges | undefined;
  /** The id of the release to which this one went back. */
  readonly repeats?: string | undefined;
}

/** The part of a state that tells what is public: it can be read back from the site itself. */
export type PublicState = Pick<ReleaseState, 'ledger' | 'log' | 'events' | 'pages'>;

/** What is new in a release, and whom to tell (`newsFile` of the schema). */
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
  };
}

/** The files of a state that lie in the site, by their addresses: they hold nothing that the site does not show. */
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

/** Where a site says when and where its events are. */
export const eventsAddress = '/_state/events.json';

/** Where a site says what it has ever published. */
export const ledgerAddress = '/_state/ledger.json';

/** Where a site says what it shows now, and as of which moment it was built. */
export const pagesAddress = '/_state/pages.json';

function writtenPages(pages: Pages, { built }: Schedule): z.output<typeof pagesFile> {
  return { format: 1, built, pages };
}

type Found = readonly [text: string, place: string];

/** Reads the files of a state.
 * @param read gives the text of a file and the place where it was found, for the report
 * @param ask the same, or nothing where there is no such file
 * @throws {UserError} */
export function parseState(
  read: (name: string) => Found,
  ask: (name: string) => Found | undefined,
): ReleaseState {
  const { repeats } = parse(releaseFile, ...read('release.json'));
  const pages = ask('pages.json');
  const news = ask('news.json');
  const ledger = parseLedger(...read('ledger.json'));
  return {
    repeats,
    ledger,
    log: logBeside(ledger, ask('log.json')),
    events: eventsIn(ask('events.json')),
    schedule: parseSchedule(...read('schedule.json')),
    pages: pages && parsePages(...pages).pages,
    news: news && parseNews(...news),
  };
}

/** @throws {UserError} */
export function parseSchedule(text: string, place: string): Schedule {
  return parse(scheduleFile, text, place);
}

/** @throws {UserError} */
export function parsePages(text: string, place: string): z.output<typeof pagesFile> {
  return parse(pagesFile, text, place);
}

/** @throws {UserError} */
export function parseNews(text: string, place: string): ReleaseChanges {
  return parse(newsFile, text, place);
}

/** @throws {UserError} */
export function eventsIn(found: Found | undefined): Events | undefined {
  return found && parse(eventsFile, ...found).events;
}

function writtenEvents(events: Events): string {
  return lines({ format: 1, events });
}

/** The log of a site whose ledger is this; none of a site that was never public with a log.
 * @throws {UserError} where it has been lost: an empty one would begin the record anew */
export function logBeside(ledger: Ledger, found: Found | undefined): Log | undefined {
  if (found) return parseLog(...found);
  if ([...ledger.keys()].some((address) => /^\/[^/]+\/log\/$/u.test(address)))
    throw new UserError('state-missing', { place: urls.dataLog });
  return undefined;
}

/** @throws {UserError} */
export function parseLog(text: string, place: string): Log {
  return parse(logFile, text, place);
}

/** @throws {UserError} */
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

/** Line by line: what is added to a log adds lines to the file, and changes none but the last. */
export function writtenLog({ format, lines: entries, salts }: Log): string {
  return `{"format":${format},"lines":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n],"salts":${JSON.stringify(salts, undefined, 1)}}\n`;
}

/** An entry a line: small changes make small differences. */
function lines(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
