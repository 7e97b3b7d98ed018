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
import type { RemovalNotice } from './removal-notices.ts';
import type { OwnPage } from './theme-pages.ts';
import type { Theme } from './theme.ts';
import type { Typeface } from './typeface.ts';

/** Everything that this build has read: the model with rendered texts and planned pictures, as of one moment. */
export interface ContentSnapshot {
  readonly model: Model;
  /** The moment of the build. */
  readonly now: Date;
  /** Whether a moment has come. Every call is recorded; see `Clock`. */
  readonly reached: Clock['reached'];
  /** Whether held announcements are shown, marked as held. Never true for a public site. */
  readonly preview: boolean;
  /** By the path from the content folder. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly byId: ReadonlyMap<string, Announcement>;
  /** The sizes in bytes of the files offered for download, by the path from the content folder. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly notices: readonly RemovalNotice[];
  /** The press office's own typeface. Undefined: use the one that comes with Jarshy, or a font family of the device. */
  readonly typeface: Typeface | undefined;
  /** The code that the department adds; undefined when there is none. */
  readonly theme: Theme | undefined;
  /** The pages of the theme, with their addresses. */
  readonly ownPages: readonly OwnPage[];
  /** The content folder, from which files are copied unchanged. */
  readonly folder: string;
  /**
   * One language of the site. Every call returns the same object, so results can be memoized by it.
   * @throws {Error} for a language that the site does not have
   */
  language(locale: Locale): Language;
}

/** One language of a snapshot. Everything shown in that language is made from it. */
export interface Language {
  readonly snapshot: ContentSnapshot;
  readonly site: Site;
  readonly locale: Locale;
  readonly strings: Strings;
  readonly lists: Lists;
  readonly t: Strings['t'];
  /** Adds the base to a path from the site's root. */
  link(path: string): string;
}

/** What is only known once a build has encoded the pictures and read what was public before. */
export interface BuildResults {
  /** The sizes in bytes of the published pictures, by name. */
  readonly pictureSizes: ReadonlyMap<string, number>;
  /** The archives for journalists, by the id of the announcement. */
  readonly pressKits: ReadonlyMap<AnnouncementId, PressKitFile>;
  /** The log of what was published when, including this snapshot. */
  readonly log: Log;
}

/** Everything that the site shows. */
export interface Snapshot extends ContentSnapshot, BuildResults {}

/** A finished archive, stored outside the site. */
export interface PressKitFile {
  /** A cache key that covers everything that determines its bytes. */
  readonly key: string;
  /** The absolute path. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Completes what was read with the values that follow from the model. */
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

/**
 * Adds the results of a build to what was read.
 * @param results defaults for missing results: no encoded pictures, no archives, nothing published before
 */
export function finishSnapshot(
  content: ContentSnapshot,
  { pictureSizes = new Map(), pressKits = new Map(), log = emptyLog }: Partial<BuildResults> = {},
): Snapshot {
  return { ...content, pictureSizes, pressKits, log };
}
