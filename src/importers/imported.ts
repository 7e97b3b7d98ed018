import type { Root } from 'mdast';
import type { Locale } from '#lang/locale.ts';
import type { MessageParams, MessagesUnder } from '#messages/messages.ts';

/** The kind of source of an announcement; `origin.kind` in the front matter. */
export type OriginKind = 'text' | 'word' | 'html' | 'wordpress' | 'feed' | 'telegram' | 'markdown';

/** The ids of the messages `import.note.<id>`. */
export type NoteId = MessagesUnder<'import.note'>;

/**
 * Something that a person should know about an imported text, with the parameters of its message `import.note.<id>`.
 */
export type ImportNote = {
  readonly [Id in NoteId]: { readonly id: Id; readonly params: MessageParams<`import.note.${Id}`> };
}[NoteId];

/** The ids of the messages `import.refused.<reason>`. */
export type RefusalReason = MessagesUnder<'import.refused'>;

/** Why something could not be imported, with the parameters of its message `import.refused.<reason>`. */
export type Refusal = {
  readonly [Reason in RefusalReason]: {
    readonly reason: Reason;
    readonly params: MessageParams<`import.refused.${Reason}`>;
  };
}[RefusalReason];

/** A file, or an item in a file, that gave no announcement. `source` is the file's name and the item. */
export type Refused = Refusal & { readonly source: string };

/** An announcement from another system. Every reader makes these, and `createWriter` converts them. */
export interface Imported {
  /** The file's name and the item in it, for reports. */
  readonly source: string;
  readonly origin: {
    readonly kind: OriginKind;
    readonly id: string;
    readonly url?: string | undefined;
  };
  /** The title in the source; without it, the title is searched in the body. */
  readonly title?: string | undefined;
  /**
   * A day, a moment in ISO 8601, or a time without a zone in the site's time zone: `2026-01-22T10:00:00`. Without it,
   * the date is searched in the body.
   */
  readonly date?: string | undefined;
  /** The slug from the source's address; without it, the slug is made from the title. */
  readonly slug?: string | undefined;
  /** The text before the body in the source: a lead or an excerpt. */
  readonly summary?: string | undefined;
  /** The topics in the source. A topic is used when the site has one of that name. */
  readonly categories?: readonly string[] | undefined;
  /** The topics that the text itself names as hashtags. */
  readonly hashtags?: readonly string[] | undefined;
  /** The picture that represents the announcement. */
  readonly cover?: { readonly name: string; readonly alt?: string | undefined } | undefined;
  /** The same announcement in other languages. */
  readonly translations?: readonly Imported[] | undefined;
  readonly locale?: Locale | undefined;
  /** Whether it is not public in the source. */
  readonly draft?: boolean | undefined;
  readonly body: Root;
  /** The pictures that the body shows, by name. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** Old web addresses, or only their paths. */
  readonly addresses: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** A file to import. */
export interface InputFile {
  /** The absolute path. */
  readonly path: string;
  /** The name as the person gave it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Reads a file of one format. It yields the announcements one by one, so a large export is not held in memory twice.
 */
export type FormatReader = (file: InputFile) => AsyncGenerator<Imported | Refused>;

/** Whether a reader's result is a refusal. */
export function isRefused(found: Imported | Refused): found is Refused {
  return 'reason' in found;
}
