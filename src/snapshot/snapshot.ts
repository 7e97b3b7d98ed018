import type { Clock } from '#clock.ts';
import type { Picture } from '#images/picture.ts';
import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { Strings } from '#lang/strings.ts';
import { memoize } from '#memo.ts';
import type { Announcement, AnnouncementId, Model, Site } from '#site/model.ts';
import { underBase } from '#site/urls.ts';
import { emptyLog, type Log } from '#history/log.ts';
import { type Lists, makeLists } from './lists.ts';
import type { Theme } from './theme.ts';
import type { Typeface } from './typeface.ts';

/** What this build has read: the model with its texts rendered, and its pictures planned, as of one moment. */
export interface ContentSnapshot {
  readonly model: Model;
  /** The moment of the build. */
  readonly now: Date;
  /** Whether a moment has come; every question is recorded, see `Clock`. */
  readonly reached: Clock['reached'];
  /** Held announcements are shown, marked: never for the public. */
  readonly preview: boolean;
  /** By the path from the content folder. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly byId: ReadonlyMap<string, Announcement>;
  /** Sizes in bytes of the files offered for download, by the path from the content folder. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Of the press office's own; undefined: the one that comes with Jarshy, or a family of the device. */
  readonly typeface: Typeface | undefined;
  /** The code that the department adds; undefined where there is none. */
  readonly theme: Theme | undefined;
  /** The content folder: files are copied from there as they are. */
  readonly folder: string;
  /** One language of the site: the same object each time, so what is found in it can be remembered with it.
   * @throws {Error} for a language that the site does not have */
  language(locale: Locale): Language;
}

/** One language of a snapshot: what is shown in it is made from this. */
export interface Language {
  readonly snapshot: ContentSnapshot;
  readonly site: Site;
  readonly locale: Locale;
  readonly strings: Strings;
  readonly lists: Lists;
  readonly t: Strings['t'];
  /** A path from the site's root as links write it. */
  link(path: string): string;
}

/** What only a build knows, once it has encoded the pictures and knows what was public before. */
export interface BuildResults {
  /** Sizes in bytes of the published pictures, by name. */
  readonly pictureSizes: ReadonlyMap<string, number>;
  /** The archives for journalists, by the id of the announcement. */
  readonly pressKits: ReadonlyMap<AnnouncementId, PressKitFile>;
  /** What was published when, this snapshot included. */
  readonly log: Log;
}

/** Everything that the site shows. */
export interface Snapshot extends ContentSnapshot, BuildResults {}

/** A finished archive, kept outside the site. */
export interface PressKitFile {
  /** Names all that decides its bytes. */
  readonly key: string;
  /** Absolute. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Joins what was read with what follows from the model. */
export function contentSnapshot(read: Omit<ContentSnapshot, 'byId' | 'language'>): ContentSnapshot {
  const { site, strings: dictionaries, announcements } = read.model;
  const lists = makeLists(read.model);
  const snapshot: ContentSnapshot = {
    ...read,
    byId: new Map(announcements.map((announcement) => [announcement.id, announcement])),
    language: memoize((locale: Locale): Language => {
      const strings = mustGet(dictionaries, locale);
      return {
        ...{ snapshot, site, locale, strings, t: strings.t },
        lists: mustGet(lists, locale),
        link: (path) => underBase(site, path),
      };
    }),
  };
  return snapshot;
}

/** Completes what was read.
 * @param results what is left out has come to nothing: no picture is encoded, no archive made, nothing published before */
export function finishSnapshot(
  content: ContentSnapshot,
  { pictureSizes = new Map(), pressKits = new Map(), log = emptyLog }: Partial<BuildResults> = {},
): Snapshot {
  return { ...content, pictureSizes, pressKits, log };
}
