import type { Root } from 'mdast';
import type { Locale } from '#lang/locale.ts';
import type { MessageParams, MessagesUnder } from '#messages/messages.ts';

/** Where announcements come from; `origin.kind` in the front matter. */
export type OriginKind = 'text' | 'word' | 'html' | 'wordpress' | 'feed' | 'telegram' | 'markdown';

export type NoteId = MessagesUnder<'import.note'>;

/** What a person should know of what was read, with the values of its sentence `import.note.<id>`. */
export type ImportNote = {
  readonly [Id in NoteId]: { readonly id: Id; readonly params: MessageParams<`import.note.${Id}`> };
}[NoteId];

export type RefusalReason = MessagesUnder<'import.refused'>;

/** Why something was not read at all, with the values of its sentence `import.refused.<reason>`. */
export type Refusal = {
  readonly [Reason in RefusalReason]: {
    readonly reason: Reason;
    readonly params: MessageParams<`import.refused.${Reason}`>;
  };
}[RefusalReason];

/** Something in a file, or the file itself, that gave no announcement. `source`: the name of the file, and what in it. */
export type Refused = Refusal & { readonly source: string };

/** An announcement as it was found elsewhere: what every reader makes and the one writer takes. */
export interface Imported {
  /** The name of the file, and what in it, for reports. */
  readonly source: string;
  readonly origin: {
    readonly kind: OriginKind;
    readonly id: string;
    readonly url?: string | undefined;
  };
  /** What the source calls its title; else it is found in the body. */
  readonly title?: string | undefined;
  /**
   * A day, a moment in ISO 8601, or one without a zone, on the clocks of the site: `2026-01-22T10:00:00`; else it is
   * found in the body.
   */
  readonly date?: string | undefined;
  /** How the source calls it in its address; else it is made of the title. */
  readonly slug?: string | undefined;
  /** What the source says before the text: a lead, an excerpt. */
  readonly summary?: string | undefined;
  /** What the source calls its topics; each is taken where the site has a topic of that name. */
  readonly categories?: readonly string[] | undefined;
  /** The same, said in the text itself. */
  readonly hashtags?: readonly string[] | undefined;
  /** Of the pictures the one that stands for all. */
  readonly cover?: { readonly name: string; readonly alt?: string | undefined } | undefined;
  /** The same announcement in other languages. */
  readonly translations?: readonly Imported[] | undefined;
  readonly locale?: Locale | undefined;
  /** Not public where it came from. */
  readonly draft?: boolean | undefined;
  readonly body: Root;
  /** Pictures that the body shows, by name. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** Old addresses on the web, or their paths. */
  readonly addresses: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** A file to be read. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads a file of one format: one announcement after the other, so that a large export need not fit into memory twice. */
export type FormatReader = (file: InputFile) => AsyncGenerator<Imported | Refused>;

export function isRefused(found: Imported | Refused): found is Refused {
  return 'reason' in found;
}
