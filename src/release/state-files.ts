import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  eventsAddress,
  eventsIn,
  ledgerAddress,
  logBeside,
  type PublicState,
  type ReleaseChanges,
  pagesAddress,
  parseLedger,
  parseNews,
  parsePages,
  parseSchedule,
  parseState,
  publicStateFiles,
  type ReleaseState,
  stateFiles,
} from '#history/release-state.ts';
import type { ReadPublishedFile } from '#history/read-texts.ts';
import { isUserError, UserError } from '#messages/user-error.ts';
import { urls } from '#site/urls.ts';
import type { Release } from './releases.ts';

/** Writes what a release remembers beside its site, and the public part of it into the site. */
export function writeState(
  { publicFolder, stateFolder }: Pick<Release, 'publicFolder' | 'stateFolder'>,
  state: ReleaseState,
): void {
  writeAll(stateFolder, stateFiles(state));
  writeAll(publicFolder, publicStateFiles(state));
}

/** @throws {UserError} */
export function readState({ stateFolder }: Pick<Release, 'stateFolder'>): ReleaseState {
  const read = (name: string) =>
    [readWhole(join(stateFolder, name)), join(stateFolder, name)] as const;
  return parseState(read, (name) => (existsSync(join(stateFolder, name)) ? read(name) : undefined));
}

/** When the site of a state changes by itself. @throws {UserError} */
export function readSchedule(stateFolder: string): ReleaseState['schedule'] {
  const place = join(stateFolder, 'schedule.json');
  return parseSchedule(readWhole(place), place);
}

/** What is new in the release of a state. @throws {UserError} */
export function readNews(stateFolder: string): ReleaseChanges {
  const place = join(stateFolder, 'news.json');
  return parseNews(readWhole(place), place);
}

/**
 * What a folder remembers: a target of `publish`, a release, its state, or a site that was published.
 * @throws {UserError} when it is none of these, or cannot be read
 */
export function readPublicState(folder: string): PublicState {
  const places = [
    'current/state/ledger.json',
    'state/ledger.json',
    'ledger.json',
    ledgerAddress,
  ].map((name) => join(folder, name));
  const place = places.find((each) => existsSync(each));
  if (!place) throw new UserError('state-missing', { place: folder });
  const ledger = parseLedger(readWhole(place), place);
  // Beside the ledger, or in the site in which both lie.
  const log = [join(dirname(place), 'log.json'), join(dirname(place), '..', urls.dataLog)].find(
    (each) => existsSync(each),
  );
  const pages = join(dirname(place), 'pages.json');
  const events = join(dirname(place), 'events.json');
  return {
    ledger,
    log: logBeside(ledger, log === undefined ? undefined : [readWhole(log), log]),
    events: existsSync(events) ? eventsIn([readWhole(events), events]) : undefined,
    pages: existsSync(pages) ? parsePages(readWhole(pages), pages).pages : undefined,
  };
}

/**
 * Reads back from the address of a site what it remembers: for those who publish from a machine that keeps nothing.
 * @param url of the site, with or without a slash at its end
 * @throws {UserError} when there is no such site, or nothing that can be trusted
 */
export async function fetchPublicState(url: string): Promise<PublicState> {
  const place = below(url, ledgerAddress);
  const ledger = parseLedger(await fetchText(place), place);
  const log = logBeside(ledger, await fetchWhereThere(below(url, urls.dataLog)));
  const events = eventsIn(await fetchWhereThere(below(url, eventsAddress)));
  // What else it tells only serves to say less to search engines: without it they are told of everything.
  const pages = await fetchPages(url).catch(() => undefined);
  return { ledger, log, events, pages: pages?.pages };
}

/** What a site shows at its public address, and as of which moment that was built. @throws {UserError} */
export async function fetchPages(url: string): Promise<ReturnType<typeof parsePages>> {
  const place = below(url, pagesAddress);
  return parsePages(await fetchText(place), place);
}

function below(url: string, address: string): string {
  return `${url.replace(/\/$/u, '')}${address}`;
}

async function fetchWhereThere(place: string): Promise<readonly [string, string] | undefined> {
  try {
    return [await fetchText(place), place];
  } catch (error) {
    if (isUserError(error, ['state-missing'])) return undefined;
    throw error;
  }
}

/** A hanging server must not hang the one who publishes: in milliseconds. */
const patience = 30_000;

async function fetchText(place: string): Promise<string> {
  const response = await fetch(place, {
    signal: AbortSignal.timeout(patience),
    headers: { 'Cache-Control': 'no-cache' },
  }).catch((error: Error) => {
    throw new UserError('state-unreachable', {
      place,
      detail: String((error.cause as Error | undefined)?.message ?? error.message),
    });
  });
  if (response.status === 404 || response.status === 410)
    throw new UserError('state-missing', { place });
  if (!response.ok)
    throw new UserError('state-unreachable', { place, detail: `HTTP ${response.status}` });
  return response.text();
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function readWhole(place: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new UserError('state-missing', { place })
      : new UserError('state-broken', { place, detail: (error as Error).message });
  }
}

/** Reads the files of a finished site in a folder. */
export function stateFileReader(folder: string): ReadPublishedFile {
  return async (path) => [readWhole(join(folder, path)), join(folder, path)];
}

/** Reads the files of a site at its public address.
 * @param url with or without a slash at its end */
export function stateAddressReader(url: string): ReadPublishedFile {
  return async (path) => {
    const place = `${url.replace(/\/$/u, '')}${path}`;
    return [await fetchText(place), place];
  };
}
