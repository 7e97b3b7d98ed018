import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Kind, outcomeStatuses } from '#schema/announcement.ts';
import type { Entry } from '#schema/registries.ts';
import type { RegistryId } from '#schema/registry-names.ts';
import type { SiteFile } from '#schema/site.ts';

/** `year/slug`: identifies an announcement in every language. */
export type AnnouncementId = `${number}/${string}`;

/** The whole content of a site, checked, merged, dated and sorted. Every output is made from it. */
export interface Model<Shown = Announcement, Page = StandingPage> extends Registries {
  readonly site: Site;
  readonly strings: ReadonlyMap<Locale, Strings>;
  readonly pages: readonly Page[];
  /** Newest first; includes the withdrawn ones. */
  readonly announcements: readonly Shown[];
  readonly removed: readonly RemovedAnnouncement[];
  /** Old addresses and their current targets, both as paths from the site's root. Those of removed texts are left out. */
  readonly moved: ReadonlyMap<string, string>;
}

/** The model before its texts are rendered, as written in the files. */
export type WrittenModel = Model<WrittenAnnouncement, WrittenPage>;

/** The settings of `site.yaml`, with the values that follow from them. */
export interface Site extends Omit<SiteFile, 'url' | 'format' | 'promise'> {
  /** `https://example.org`, without a path. */
  readonly origin: string;
  /** The path of the site's address: `/` or `/press/`. */
  readonly base: string;
  readonly promise: readonly Locale[];
  readonly defaultLocale: Locale;
}

/** The entries of each registry by id. Announcements refer to them. */
export type Registries = { readonly [Id in RegistryId]: ReadonlyMap<string, Entry<Id>> };

/** The entries of all taxonomies that an announcement belongs to. */
export type Classified = {
  /** Ids, in the order the author wrote them. */
  readonly [Id in RegistryId]: readonly string[];
} & { readonly kind: Kind };

/** A Markdown text as its author wrote it. */
export interface Source {
  /** The path from the content folder: `announcements/2026/x/index.ru.md`. */
  readonly file: string;
  readonly format: 'md' | 'mdx';
  readonly body: string;
  /** The line of the file at which the body begins. */
  readonly bodyLine: number;
}

/** A rendered text. Page, feed, search and data all use it. */
export interface Body {
  /** Final, sanitised HTML. Its addresses are paths from the site's root that include the base. */
  readonly html: string;
  /** The HTML for other programs; see `portableHtml`. */
  readonly portable: string;
  /** The text without markup; a line end separates paragraphs. */
  readonly plain: string;
  /** The text of the first paragraph. It serves as the summary when the author wrote none. */
  readonly lead: string;
  /** The approximate reading time in minutes, at least 1. */
  readonly minutes: number;
  /** The names of the files beside the text that it offers for download or plays. */
  readonly files: readonly string[];
  /** The styles of the components that it uses, as CSS; empty when they have none. */
  readonly styles: string;
  /** A hash of all the other fields. */
  readonly digest: string;
}

/** A page that is not an announcement, such as `about`. */
export interface StandingPage<Text = PageText> {
  readonly slug: string;
  readonly texts: Readonly<Record<Locale, Text>>;
}

export type WrittenPage = StandingPage<WrittenPageText>;

/** One language of a standing page. */
export interface PageText extends WrittenPageText {
  readonly body: Body;
}

/** One language of a standing page before it is rendered. */
export interface WrittenPageText {
  readonly locale: Locale;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly source: Source;
}

/** A public announcement (in a preview, also a held one) with its texts. */
export interface Announcement<Text = AnnouncementText> extends Classified {
  readonly id: AnnouncementId;
  /**
   * The id under which the announcement first came out. Feeds and calendars use it, so it stays the same when the
   * address changes.
   */
  readonly identity: AnnouncementId;
  readonly year: number;
  readonly slug: string;
  /** The folder of its files, as a path from the content folder. */
  readonly folder: string;
  readonly published: Date;
  readonly event?: EventFacts | undefined;
  readonly expires?: Date | undefined;
  readonly expired: boolean;
  /** Published more than five years ago. */
  readonly old: boolean;
  readonly pinned: boolean;
  /** Set when the announcement is withdrawn as of this build. */
  readonly withdrawnOn?: Date | undefined;
  /** The id of a person or division. */
  readonly contact?: string | undefined;
  /** The public texts, in the order of the site's languages. */
  readonly texts: Readonly<Record<Locale, Text>>;
}

export type WrittenAnnouncement = Announcement<WrittenText>;

/** The event of an announcement: what is the same in every language. */
export interface EventFacts {
  readonly start: Date;
  readonly end?: Date | undefined;
  readonly online?: string | undefined;
  readonly revision: number;
  /** Whether the event has begun as of this build. */
  readonly begun: boolean;
  /** Whether the event has ended as of this build. An event without an end lasts until the end of its day. */
  readonly over: boolean;
}

/** One language of an announcement. */
export interface AnnouncementText extends WrittenText {
  readonly body: Body;
}

/** A text before it is rendered. */
export interface WrittenText {
  readonly locale: Locale;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly source: Source;
  /** When this language came out. */
  readonly appeared: Date;
  /** The last public correction, or else the moment when this language came out. */
  readonly updated: Date;
  /** Whether the text is not public. Only true in a preview. */
  readonly held: boolean;
  /**
   * A draft is held, and may be unfinished: it may lack what is required of a public text, such as descriptions of its
   * pictures.
   */
  readonly draft: boolean;
  readonly machineTranslated: boolean;
  /** The language from which this text was translated, if recorded. */
  readonly translatedFrom?: Locale | undefined;
  /** The language from which this text was translated, if that text has changed since. */
  readonly olderThan?: Locale | undefined;
  readonly eventPlace?: string | undefined;
  readonly withdrawnReason?: string | undefined;
  readonly cover?: PictureUse | undefined;
  readonly gallery: readonly PictureUse[];
  readonly attachments: readonly Attachment[];
  readonly outcomes: readonly Outcome[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** What has happened since it came out, newest first. */
  readonly updates: readonly Update[];
}

/** A picture where a text uses it. */
export interface PictureUse {
  /** The path from the content folder. */
  readonly file: string;
  /** The line that names the picture. */
  readonly line: number;
  /** Only empty in drafts. */
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A file that a text offers for download. */
export interface Attachment {
  /** The path from the content folder. */
  readonly file: string;
  readonly name: string;
  readonly title: string;
}

/** A decision of a meeting, and whether it has been carried out. */
export interface Outcome {
  readonly text: string;
  readonly division?: string | undefined;
  readonly due?: Date | undefined;
  readonly status: (typeof outcomeStatuses)[number];
}

/** What has happened since an announcement came out. */
export interface Update {
  readonly at: Date;
  readonly text: string;
}

export interface Correction {
  readonly date: Date;
  readonly note: string;
}

/**
 * What remains of a removed announcement. By construction it has no title, body or files that could leak. The
 * taxonomies tell which feeds its subscribers read; taxonomies that do not outlive a removal are empty.
 */
export interface RemovedAnnouncement extends Classified {
  readonly id: AnnouncementId;
  readonly year: number;
  readonly slug: string;
  readonly identity: AnnouncementId;
  /** When each of its languages came out. */
  readonly appeared: Readonly<Record<Locale, Date>>;
  readonly removedOn: Date;
  /** The reason, in the languages in which it is known. */
  readonly reasons: Readonly<Partial<Record<Locale, string>>>;
  /**
   * Every address that it had, old ones included, and the language of the page there. For server rules and the checks;
   * nothing public may say them: see `removed-address.ts`.
   */
  readonly addresses: readonly RemovedAddress[];
}

/** An address of a removed announcement. */
export interface RemovedAddress {
  readonly locale: Locale;
  /** A path from the site's root. */
  readonly address: string;
}
