import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  checkAgainst,
  checkChain,
  checkLoggedTexts,
  type Log,
  type LogFault,
} from '#history/log.ts';
import { readPublishedTexts } from '#history/read-texts.ts';
import { parseLog, type SiteFiles } from '#history/release-state.ts';
import { urls } from '#site/urls.ts';
import { fetchedFaults } from './fetched-files.ts';
import { readReleases } from './releases.ts';
import { type FileFault, faultsIn, unknownFiles } from './site-files.ts';
import {
  readPublicFiles,
  readSiteFiles,
  stateAddressReader,
  stateFileReader,
} from './state-files.ts';

/** The result of a verification. */
export interface Verified {
  /** The number of lines in the log. */
  readonly lines: number;
  /** The number of texts that were compared with the log. */
  readonly texts: number;
  /** The number of files that were compared with the list of the release; undefined if the site has no list. */
  readonly files: number | undefined;
  readonly faults: ReadonlyArray<LogFault | FileFault>;
}

/**
 * Verifies the log of a site from public data alone: the chain of its lines, and the fingerprint of every text. Then it
 * compares every file with the list of the release: that of the state, which no web server writes, if it is at hand.
 * @param place the address of a site, or an absolute folder: a finished site or a target of `publish`
 * @param older a file or an address with an older copy of the log, or a site that has one
 * @throws {UserError} when the log or a text cannot be read
 */
export async function verifySite(place: string, older?: string): Promise<Verified> {
  const read = isAddress(place) ? stateAddressReader(place) : stateFileReader(siteFolder(place));
  const log = parseLog(...(await read(urls.dataLog)));
  const states = await readPublishedTexts(read);
  const against = older === undefined ? [] : checkAgainst(log, await readCopy(older));
  const compared = isAddress(place) ? await fetchedFiles(place) : await filesInFolder(place);
  return {
    lines: log.lines.length,
    texts: states.size,
    files: compared?.count,
    faults: [
      ...checkChain(log),
      ...checkLoggedTexts(log, states),
      ...against,
      ...(compared?.faults ?? []),
    ],
  };
}

interface Compared {
  readonly count: number;
  readonly faults: readonly FileFault[];
}

async function fetchedFiles(url: string): Promise<Compared | undefined> {
  const files = await readPublicFiles(stateAddressReader(url));
  return files && fetchedFaults(url, files);
}

async function filesInFolder(place: string): Promise<Compared | undefined> {
  const folder = siteFolder(place);
  const files = await listedIn(place, folder);
  return (
    files && {
      count: files.size,
      faults: [...faultsIn(folder, files), ...unknownFiles(folder, files)],
    }
  );
}

async function listedIn(place: string, folder: string): Promise<SiteFiles | undefined> {
  if (folder === place) return readPublicFiles(stateFileReader(folder));
  const { current } = readReleases(place);
  return current && readSiteFiles(current);
}

async function readCopy(place: string): Promise<Log> {
  if (isAddress(place))
    return parseLog(
      ...(await stateAddressReader(
        place.endsWith(urls.dataLog) ? place.slice(0, -urls.dataLog.length) : place,
      )(urls.dataLog)),
    );
  if (statSync(place, { throwIfNoEntry: false })?.isFile())
    return parseLog(...(await stateFileReader(dirname(place))(place.slice(dirname(place).length))));
  return parseLog(...(await stateFileReader(siteFolder(place))(urls.dataLog)));
}

function siteFolder(place: string): string {
  const current = join(place, 'current/public');
  return existsSync(current) ? current : place;
}

/** Whether a place is a web address and not a folder. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//u.test(place);
}
