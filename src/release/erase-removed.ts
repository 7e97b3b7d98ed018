import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from '#cache/program.ts';
import { listFiles } from '#cache/list-files.ts';
import { asUserError } from '#messages/system-error.ts';
import { UserError } from '#messages/user-error.ts';
import type { AnnouncementId } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { discard, readReleases } from './releases.ts';

/** Something that could not be erased, and why. */
export interface NotErased {
  readonly place: string;
  readonly fault: UserError;
}

/**
 * Erases everything that earlier builds have left of a removed announcement in the cache folder: its texts, its pictures
 * in every size, and copies of sites for other places. Pictures of other announcements stay, because making them again
 * takes hours; all else is made again by the next build.
 * @param folder of the announcement, absolute
 */
export function eraseFromCache(folder: string): NotErased[] {
  const digests = new Set(
    listFiles(folder).map((file) =>
      hash('sha256', readFileSync(join(folder, file))).slice(0, pictureDigest),
    ),
  );
  const images = join(cacheFolder, 'images');
  // The names of cards and archives do not say whose they are.
  const ofPictures = namesIn(images).filter(
    (name) => /^(?:card|kit)-/u.test(name) || [...digests].some((digest) => name.includes(digest)),
  );
  const others = namesIn(cacheFolder).filter(
    (name) => !/^(?:images$|build\.lock|node_modules$)/u.test(name),
  );
  return eraseAll([
    ...ofPictures.map((name) => join(images, name)),
    ...others.map((name) => join(cacheFolder, name)),
  ]);
}

/** The length of the hash of the original in the name of a picture; see `readOriginal`. */
const pictureDigest = 20;

/**
 * Takes an announcement out of the releases without building the site: its pages, its files and its data. For the case
 * that no site can be built. Lists and feeds still name it until the next publication. The earlier releases are deleted.
 * @param to the folder of the releases, absolute
 */
export function takeOut(to: string, id: AnnouncementId): NotErased[] {
  const { releases, current } = readReleases(to);
  const older = releases.filter((release) => release.id !== current?.id);
  const left = older
    .flatMap(({ folder }) => discard(folder))
    .map((place) => ({ place, fault: new UserError('no-permission', { path: place }) }));
  if (!current) return left;
  const ofId = (file: string) => {
    const path = `/${file}`;
    return (
      new RegExp(`^/[^/]+/news/${id}/`, 'u').test(path) ||
      [urls.pressKit(id), urls.dataOf(id)].some((own) => path.startsWith(own))
    );
  };
  const files = listFiles(current.publicFolder).filter(ofId);
  return [...left, ...eraseAll(files.map((file) => join(current.publicFolder, file)))];
}

function eraseAll(places: readonly string[]): NotErased[] {
  return places.flatMap((place) =>
    attempt(place, () => rmSync(place, { recursive: true, force: true })),
  );
}

function attempt(place: string, work: () => void): NotErased[] {
  try {
    work();
    return [];
  } catch (error) {
    return [{ place, fault: asUserError(error) }];
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
