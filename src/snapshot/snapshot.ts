import type { Body } from '#body/body.ts';
import type { Clock } from '#clock.ts';
import type { Picture } from '#images/picture.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement, AnnouncementId, Model } from '#site/model.ts';
import type { Log } from '#history/log.ts';
import type { Lists } from './lists.ts';
import type { Theme } from './theme.ts';
import type { Typeface } from './typeface.ts';

/** Everything that this build shows, finished: the model, its texts rendered, its pictures planned, as of one moment. */
export interface Snapshot {
  readonly model: Model;
  /** The moment of the build. */
  readonly now: Date;
  /** Whether a moment has come; every question is recorded, see `Clock`. */
  readonly reached: Clock['reached'];
  /** Held announcements are shown, marked: never for the public. */
  readonly preview: boolean;
  /** By the file of the text. */
  readonly bodies: ReadonlyMap<string, Body>;
  /** By the path from the content folder. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly lists: ReadonlyMap<Locale, Lists>;
  readonly byId: ReadonlyMap<string, Announcement>;
  /** Sizes in bytes of the files offered for download, by the path from the content folder. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Sizes in bytes of the published pictures, by name; empty until they have been encoded. */
  readonly pictureSizes: ReadonlyMap<string, number>;
  /** Of the press office's own; undefined: the one that comes with Jarshy, or a family of the device. */
  readonly typeface: Typeface | undefined;
  /** The code that the department adds; undefined where there is none. */
  readonly theme: Theme | undefined;
  /** The content folder: whence files are copied as they are. */
  readonly folder: string;
  /** The archives for journalists, by the id of the announcement; none until they have been made. */
  readonly pressKits: ReadonlyMap<AnnouncementId, PressKitFile>;
  /** What was published when, this snapshot included; empty until it is known what the texts say. */
  readonly log: Log;
}

/** A finished archive, kept outside the site. */
export interface PressKitFile {
  /** Names all that decides its bytes. */
  readonly key: string;
  /** Absolute. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}
