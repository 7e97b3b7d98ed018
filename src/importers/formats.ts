import { endingOf } from '#schema/attachment.ts';
import type { OriginKind, FormatReader, RefusalReason, InputFile } from './imported.ts';

/** The reader of each kind of origin, loaded when a file asks for it. */
const readers = {
  text: async () => (await import('./plain-text.ts')).readPlainText,
  word: async () => (await import('./docx.ts')).readDocx,
  html: async () => (await import('./html-page.ts')).readHtmlPage,
  wordpress: async () => (await import('./wordpress.ts')).readWordPress,
  feed: async () => (await import('./feed-reader.ts')).readFeed,
  telegram: async () => (await import('./telegram.ts')).readTelegram,
} as const satisfies Record<OriginKind, () => Promise<FormatReader>>;

/** The endings of files that are looked at when a whole folder is read. */
export const importEndings: readonly string[] = [
  'txt',
  'docx',
  'doc',
  'html',
  'htm',
  'xml',
  'rss',
  'atom',
  'json',
];

/** Why a file is of no kind that can be read. */
type NoOrigin = Extract<RefusalReason, 'empty' | 'old-word' | 'unknown-format'>;

/** What a file is, by its ending and its first bytes. */
export function kindOf({ path, bytes }: InputFile): OriginKind | NoOrigin {
  const [ending, head] = [endingOf(path), bytes.toString('latin1', 0, 4096)];
  if (bytes.length === 0) return 'empty';
  if (head.startsWith('PK')) return ending === 'docx' ? 'word' : 'unknown-format';
  if (head.startsWith('\xD0\xCF\x11\xE0')) return 'old-word';
  if (ending === 'txt') return 'text';
  if (ending === 'htm' || ending === 'html') return 'html';
  if (ending === 'json')
    return /"messages"\s*:/u.test(bytes.toString('latin1', 0, 65_536))
      ? 'telegram'
      : /jsonfeed\.org/u.test(head)
        ? 'feed'
        : 'unknown-format';
  if (['xml', 'rss', 'atom'].includes(ending))
    return /wordpress\.org\/export/u.test(head)
      ? 'wordpress'
      : /<(?:rss|feed|rdf:RDF)[\s>]/u.test(head)
        ? 'feed'
        : 'unknown-format';
  return 'unknown-format';
}

export function readerOf(kind: OriginKind): Promise<FormatReader> {
  return readers[kind]();
}

export function isOrigin(kind: OriginKind | NoOrigin): kind is OriginKind {
  return Object.hasOwn(readers, kind);
}
