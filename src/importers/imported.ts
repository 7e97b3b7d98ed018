import type { Root } from 'mdast';
import type { Locale } from '#lang/locale.ts';

/** Where announcements come from; `origin.kind` in the front matter. */
export type OriginKind = 'text' | 'word' | 'html' | 'wordpress' | 'feed' | 'telegram';

/** What a person should know of what was read; the sentences are those of the commands, `import.note.<id>`. */
export const notePlaces = {
  'personal-data': ['rule', 'value'],
  'picture-location': ['name'],
  'no-date': [],
  'dates-differ': ['date', 'other'],
  'no-title': [],
  'old-encoding': ['encoding'],
  'picture-without-alt': ['name'],
  'picture-heic': ['name'],
  'picture-unreadable': ['name'],
  'picture-missing': ['name'],
  'picture-elsewhere': ['address'],
  'file-left-out': ['name'],
  'link-dropped': ['address'],
  'shortcode-dropped': ['name'],
  'word-says': ['detail'],
  'old-address-dropped': ['address'],
} as const satisfies Record<string, readonly string[]>;

export type NoteId = keyof typeof notePlaces;

export interface ImportNote {
  readonly id: NoteId;
  readonly params: Readonly<Record<string, string>>;
}

/** Why something was not read at all; `import.refused.<reason>`. */
export const refusalPlaces = {
  'unknown-format': [],
  'picture-alone': [],
  undecodable: [],
  empty: [],
  damaged: ['detail'],
  'old-word': [],
  entities: [],
  'not-public': [],
  'not-an-announcement': ['kind'],
  known: ['folder'],
} as const satisfies Record<string, readonly string[]>;

export type RefusalReason = keyof typeof refusalPlaces;

/** Something in a file, or the file itself, that gave no announcement. */
export interface Refused {
  /** The name of the file, and what in it. */
  readonly source: string;
  readonly reason: RefusalReason;
  readonly params: Readonly<Record<string, string>>;
}

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
  /** A day, or a moment in ISO 8601; else it is found in the body. */
  readonly date?: string | undefined;
  readonly locale?: Locale | undefined;
  /** Not public where it came from. */
  readonly draft?: boolean | undefined;
  readonly body: Root;
  /** Pictures that the body shows, by name. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** Old addresses on the web. */
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
