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

/** Writes the state of a release next to its site, and the public part of the state into the site. */
export function writeState(
  { publicFolder, stateFolder }: Pick<Release, 'publicFolder' | 'stateFolder'>,
  state: ReleaseState,
): void {
  writeAll(stateFolder, stateFiles(state));
  writeAll(publicFolder, publicStateFiles(state));
}

/**
 * Reads the state of a release.
 * @throws {UserError} when a file is missing or invalid
 */
export function readState({ stateFolder }: Pick<Release, 'stateFolder'>): ReleaseState {
  const read = (name: string) =>
    [readWhole(join(stateFolder, name)), join(stateFolder, name)] as const;
  return parseState(read, (name) => (existsSync(join(stateFolder, name)) ? read(name) : undefined));
}

/**
 * Reads when a site changes by itself.
 * @throws {UserError} when the file is missing or invalid
 */
export function readSchedule(stateFolder: string): ReleaseState['schedule'] {
  const place = join(stateFolder, 'schedule.json');
  return parseSchedule(readWhole(place), place);
}

/**
 * Reads what is new in a release.
 * @throws {UserError} when the file is missing or invalid
 */
export function readNews(stateFolder: string): ReleaseChanges {
  const place = join(stateFolder, 'news.json');
  return parseNews(readWhole(place), place);
}

/**
 * Reads the public state from a folder: a target of `publish`, a release, its state, or a published site.
 * @throws {UserError} when the folder is none of these, or cannot be read
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
  // The log is next to the ledger, or elsewhere in the same site.
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
 * Reads the public state of a site from its address, for publishing from a machine that keeps no state.
 * @param url of the site, with or without a trailing slash
 * @throws {UserError} when there is no such site, or its state is invalid
 */
export async function fetchPublicState(url: string): Promise<PublicState> {
  const place = below(url, ledgerAddress);
  const ledger = parseLedger(await fetchText(place), place);
  const log = logBeside(ledger, await fetchWhereThere(below(url, urls.dataLog)));
  const events = eventsIn(await fetchWhereThere(below(url, eventsAddress)));
  // The page states only reduce what search engines are notified about. Without them, they are notified about all
  // pages.
  const pages = await fetchPages(url).catch(() => undefined);
  return { ledger, log, events, pages: pages?.pages };
}

/**
 * Reads the page states of a site from its public address, and the moment as of which it was built.
 * @throws {UserError} when they cannot be fetched, or are invalid
 */
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

/** In milliseconds. A server that does not answer must not block the publication. */
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

/** Returns a function that reads the files of a finished site in a folder. */
export function stateFileReader(folder: string): ReadPublishedFile {
  return async (path) => [readWhole(join(folder, path)), join(folder, path)];
}

/**
 * Returns a function that reads the files of a site at its public address.
 * @param url with or without a trailing slash
 */
export function stateAddressReader(url: string): ReadPublishedFile {
  return async (path) => {
    const place = `${url.replace(/\/$/u, '')}${path}`;
    return [await fetchText(place), place];
  };
}
