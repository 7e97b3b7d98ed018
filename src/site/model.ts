import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Kind, outcomeStatuses } from '#schema/announcement.ts';
import type { Entry } from '#schema/registries.ts';
import type { RegistryId } from '#schema/registry-names.ts';
import type { SiteFile } from '#schema/site.ts';

/** `year/slug`: names an announcement in every language. */
export type AnnouncementId = `${number}/${string}`;

/** Everything that a site is made of, checked, joined, dated and ordered: what every output is made from. */
export interface Model<Shown = Announcement, Page = StandingPage> extends Registries {
  readonly site: Site;
  readonly strings: ReadonlyMap<Locale, Strings>;
  readonly pages: readonly Page[];
  /** Newest first: the current and the withdrawn ones. */
  readonly announcements: readonly Shown[];
  readonly removed: readonly RemovedAnnouncement[];
  /** Old addresses and where they lead now, both as site-root paths. */
  readonly moved: ReadonlyMap<string, string>;
}

/** The same before its texts are rendered: what the files say. */
export type WrittenModel = Model<WrittenAnnouncement, WrittenPage>;

export interface Site extends Omit<SiteFile, 'url' | 'format' | 'promise'> {
  /** `https://example.org`, without a path. */
  readonly origin: string;
  /** The path of the site's address: `/` or `/press/`. */
  readonly base: string;
  readonly promise: readonly Locale[];
  readonly defaultLocale: Locale;
}

/** The entries of each registry, by id: what announcements refer to. */
export type Registries = { readonly [Id in RegistryId]: ReadonlyMap<string, Entry<Id>> };

/** What an announcement is about, and of which kind it is. */
export type Classified = {
  /** Ids, as the author ordered them. */
  readonly [Id in RegistryId]: readonly string[];
} & { readonly kind: Kind };

/** A Markdown text of a person's making, as it stands in a file. */
export interface Source {
  /** The path from the content folder: `announcements/2026/x/index.ru.md`. */
  readonly file: string;
  readonly format: 'md' | 'mdx';
  readonly body: string;
  /** The line of the file at which the body begins. */
  readonly bodyLine: number;
}

/** A text, rendered once for page, feed, search and data alike. */
export interface Body {
  /** Finished, sanitised HTML; its addresses are site-root paths under the base. */
  readonly html: string;
  /** The same for other programs: see `portableHtml`. */
  readonly portable: string;
  /** What it says, without markup, paragraphs parted by a line end. */
  readonly plain: string;
  /** The words of the first paragraph: the summary of a text that has none. */
  readonly lead: string;
  /** How many minutes it takes to read: about, and at least one. */
  readonly minutes: number;
  /** Files beside the text that it offers or plays, by name. */
  readonly files: readonly string[];
  /** The styles of the components that it uses, as CSS; empty where they have none. */
  readonly styles: string;
  /** A hash of all of this. */
  readonly digest: string;
}

export interface StandingPage<Text = PageText> {
  readonly slug: string;
  readonly texts: Readonly<Record<Locale, Text>>;
}

export type WrittenPage = StandingPage<WrittenPageText>;

export interface PageText extends WrittenPageText {
  readonly body: Body;
}

export interface WrittenPageText {
  readonly locale: Locale;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly source: Source;
}

export interface Announcement<Text = AnnouncementText> extends Classified {
  readonly id: AnnouncementId;
  /** The id under which it first came out: what feeds and calendars know it by, whatever its address became. */
  readonly identity: AnnouncementId;
  readonly year: number;
  readonly slug: string;
  /** The folder of its files, from the content folder. */
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

export interface EventFacts {
  readonly start: Date;
  readonly end?: Date | undefined;
  readonly online?: string | undefined;
  readonly revision: number;
  /** As of this build. */
  readonly begun: boolean;
  /** It has ended as of this build; one without an end lasts until the end of its day. */
  readonly over: boolean;
}

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
  /** The last public correction, or when this language came out. */
  readonly updated: Date;
  /** Not public: true only where a preview was asked for. */
  readonly held: boolean;
  /** Held, and maybe unfinished: it may lack what is required of a text that comes out, such as the descriptions of its pictures. */
  readonly draft: boolean;
  readonly machineTranslated: boolean;
  /** The language of which this text is a translation, where it was noted. */
  readonly translatedFrom?: Locale | undefined;
  /** The language that this text translates, where that text has been changed since. */
  readonly olderThan?: Locale | undefined;
  readonly eventPlace?: string | undefined;
  readonly withdrawnReason?: string | undefined;
  readonly cover?: PictureUse | undefined;
  readonly gallery: readonly PictureUse[];
  readonly attachments: readonly Attachment[];
  readonly outcomes: readonly Outcome[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
}

export interface PictureUse {
  /** The path from the content folder. */
  readonly file: string;
  /** The line that asks for it. */
  readonly line: number;
  /** Empty in drafts only. */
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export interface Attachment {
  /** The path from the content folder. */
  readonly file: string;
  readonly name: string;
  readonly title: string;
}

export interface Outcome {
  readonly text: string;
  readonly division?: string | undefined;
  readonly due?: Date | undefined;
  readonly status: (typeof outcomeStatuses)[number];
}

export interface Correction {
  readonly date: Date;
  readonly note: string;
}

/**
 * All that is left of a removed announcement: by construction it has no title, body or files that could leak.
 * What it was about says where its subscribers are; taxonomies that do not outlive a removal are empty.
 */
export interface RemovedAnnouncement extends Classified {
  readonly id: AnnouncementId;
  readonly year: number;
  readonly slug: string;
  readonly identity: AnnouncementId;
  /** When each of its languages had come out. */
  readonly appeared: Readonly<Record<Locale, Date>>;
  readonly removedOn: Date;
  /** The reason in each language in which the announcement had come out. */
  readonly reasons: Readonly<Record<Locale, string>>;
}
