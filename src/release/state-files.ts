import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  eventsAddress,
  eventsIn,
  filesAddress,
  ledgerAddress,
  logBeside,
  type PublicState,
  type ReleaseChanges,
  pagesAddress,
  parseFiles,
  parseLedger,
  parseLog,
  parseNews,
  parsePages,
  parseSchedule,
  parseState,
  publicStateFiles,
  type ReleaseState,
  type SiteFiles,
  stateFiles,
  writtenFiles,
} from '#history/release-state.ts';
import { checkAgainst, checkChain, type Log } from '#history/log.ts';
import type { ReadPublishedFile } from '#history/read-texts.ts';
import { isUserError, UserError } from '#messages/user-error.ts';
import { urls } from '#site/urls.ts';
import type { Release } from './releases.ts';
import { readSealed, sealState } from './seal.ts';
import { type ExpectedFiles, listSite } from './site-files.ts';

/**
 * Writes the state of a release next to its site, and the public part of the state into the site. The list of all files
 * comes last.
 * @param expected the files that the site must have
 * @throws {UserError} when a file of the site is missing, or is not what it should be
 */
export function writeState(
  { publicFolder, stateFolder }: Pick<Release, 'publicFolder' | 'stateFolder'>,
  state: ReleaseState,
  expected: ExpectedFiles = new Map(),
): void {
  writeAll(publicFolder, publicStateFiles(state));
  const list = writtenFiles(listSite(publicFolder, expected));
  writeAll(publicFolder, { [filesAddress]: list });
  const files = { ...stateFiles(state), 'files.json': list };
  writeAll(stateFolder, files);
  sealState(stateFolder, files);
}

/**
 * Reads what files the site of a release has.
 * @returns undefined for a release of an older version of Jarshy
 * @throws {UserError} when the list is damaged
 */
export function readSiteFiles(
  release: Pick<Release, 'publicFolder' | 'stateFolder'>,
): SiteFiles | undefined {
  const found = readSealed(release, 'files.json');
  if (!found) return undefined;
  const { text, place, is } = found;
  if (is === 'damaged') throw new UserError('state-broken', { place, detail: 'SHA-256' });
  return parseFiles(text, place);
}

/**
 * Reads the list of files that a finished site shows itself.
 * @returns undefined for a site that was not published, or by an older version of Jarshy
 */
export async function readPublicFiles(read: ReadPublishedFile): Promise<SiteFiles | undefined> {
  try {
    return parseFiles(...(await read(filesAddress)));
  } catch (error) {
    if (isUserError(error, ['state-missing'])) return undefined;
    throw error;
  }
}

/** The state of a release, and the files of it that were damaged and could be replaced. */
export type ReadState = ReleaseState & { readonly repaired: readonly string[] };

/**
 * Reads the state of a release. A damaged file is read from its public copy; without a schedule everything is due, and
 * without news everything is new.
 * @throws {UserError} when a file is missing, or damaged and cannot be replaced, or the log was changed
 */
export function readState(release: Pick<Release, 'publicFolder' | 'stateFolder'>): ReadState {
  const repaired: string[] = [];
  const damaged: string[] = [];
  const ask = (name: string): readonly [string, string] | undefined => {
    const found = readSealed(release, name);
    if (!found) return undefined;
    const { text, place, is } = found;
    if (is === 'damaged' && !(name in replacements)) {
      // If it cannot be read at all, the parser says why.
      damaged.push(place);
      return [text, place];
    }
    if (is !== 'sound') repaired.push(name);
    if (is !== 'damaged') return [text, place];
    const replacement = replacements[name];
    return replacement === undefined ? undefined : [replacement, place];
  };
  const read = (name: string) => {
    const found = ask(name);
    if (!found) throw new UserError('state-missing', { place: join(release.stateFolder, name) });
    return found;
  };
  const state = parseState(read, ask);
  const [place] = damaged;
  if (place !== undefined) throw new UserError('state-broken', { place, detail: 'SHA-256' });
  checkLog(state.log, join(release.stateFolder, 'log.json'));
  return { ...state, repaired };
}

/** What is read in place of damaged files that nothing public repeats. */
const replacements: Readonly<Record<string, string | undefined>> = {
  'schedule.json': JSON.stringify({
    format: 1,
    built: new Date(0).toISOString(),
    moments: [new Date(0).toISOString()],
  }),
  'release.json': JSON.stringify({ format: 1 }),
  'news.json': undefined,
};

/**
 * Checks the log that a release continues.
 * @throws {UserError} when a line was changed or taken out: a further line would make that permanent
 */
function checkLog(log: Log | undefined, place: string): void {
  const [fault] = log ? checkChain(log) : [];
  if (fault && 'line' in fault) throw new UserError('log-broken', { place, line: fault.line });
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
  const found = logBeside(ledger, log === undefined ? undefined : [readWhole(log), log]);
  checkLog(found, log ?? '');
  return {
    ledger,
    log: found,
    events: existsSync(events) ? eventsIn([readWhole(events), events]) : undefined,
    pages: existsSync(pages) ? parsePages(readWhole(pages), pages).pages : undefined,
  };
}

/**
 * Reads the public state of a site from its address, for publishing from a machine that keeps no state.
 * @param url of the site, with or without a trailing slash
 * @param wait how long to wait for each answer, in milliseconds
 * @throws {UserError} when there is no such site, or its state is invalid
 */
export async function fetchPublicState(url: string, wait = patience): Promise<PublicState> {
  const place = below(url, ledgerAddress);
  const ledger = parseLedger(await fetchText(place, wait), place);
  const log = logBeside(ledger, await fetchWhereThere(below(url, urls.dataLog), wait));
  checkLog(log, below(url, urls.dataLog));
  const events = eventsIn(await fetchWhereThere(below(url, eventsAddress), wait));
  // The page states only reduce what search engines are notified about. Without them, they are notified about all
  // pages.
  const pages = await fetchPages(url, wait).catch(() => undefined);
  return { ledger, log, events, pages: pages?.pages };
}

/**
 * Checks that a state which is at hand is not older than the public one: otherwise the log would fork, and addresses
 * published meanwhile would be forgotten.
 * @param place where the state is from
 * @param url the public address of the site. If it does not answer, nothing can be compared
 * @throws {UserError} `state-older` or `state-forked`
 */
export async function checkNewest({ log }: PublicState, place: string, url: string): Promise<void> {
  const address = below(url, urls.dataLog);
  const fetched = await fetchWhereThere(address).catch(() => undefined);
  const shown = fetched && log && parseLog(...fetched);
  if (!shown || checkAgainst(log, shown).length === 0) return;
  const isOlder = checkAgainst(shown, log).length === 0;
  throw new UserError(isOlder ? 'state-older' : 'state-forked', { place, address });
}

/**
 * Reads the page states of a site from its public address, and the moment as of which it was built.
 * @throws {UserError} when they cannot be fetched, or are invalid
 */
export async function fetchPages(
  url: string,
  wait = patience,
): Promise<ReturnType<typeof parsePages>> {
  const place = below(url, pagesAddress);
  return parsePages(await fetchText(place, wait), place);
}

function below(url: string, address: string): string {
  return `${url.replace(/\/$/u, '')}${address}`;
}

async function fetchWhereThere(
  place: string,
  wait = patience,
): Promise<readonly [string, string] | undefined> {
  try {
    return [await fetchText(place, wait), place];
  } catch (error) {
    if (isUserError(error, ['state-missing'])) return undefined;
    throw error;
  }
}

/** In milliseconds. A server that does not answer must not block the publication. */
const patience = 30_000;

async function fetchText(place: string, wait = patience): Promise<string> {
  const response = await fetch(place, {
    signal: AbortSignal.timeout(wait),
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
