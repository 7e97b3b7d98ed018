import { endingOf } from '#schema/attachment.ts';
import type { OriginKind, FormatReader, RefusalReason, InputFile } from './imported.ts';

/** The reader of each kind of origin. A reader is loaded on first use. */
const readers = {
  text: async () => (await import('./plain-text.ts')).readPlainText,
  word: async () => (await import('./word/docx.ts')).readDocx,
  html: async () => (await import('./html/html-page.ts')).readHtmlPage,
  wordpress: async () => (await import('./wordpress/wordpress.ts')).readWordPress,
  feed: async () => (await import('./feed-reader.ts')).readFeed,
  markdown: async () => (await import('./markdown/markdown.ts')).readMarkdown,
  telegram: async () => (await import('./telegram/telegram.ts')).readTelegram,
} as const satisfies Record<OriginKind, () => Promise<FormatReader>>;

/** The endings of the files that are read from a folder. */
export const importEndings: readonly string[] = [
  'txt',
  'md',
  'markdown',
  'docx',
  'docm',
  'doc',
  'odt',
  'rtf',
  'html',
  'htm',
  'xml',
  'rss',
  'atom',
  'json',
];

/** Why a file cannot be imported, as far as its first bytes show. */
export type NoOrigin = Extract<
  RefusalReason,
  | 'archive'
  | 'empty'
  | 'encrypted'
  | 'lock-file'
  | 'mail'
  | 'old-word'
  | 'save-as-docx'
  | 'telegram-html'
  | 'unknown-format'
>;

/** The kind of a file, by its ending and its first bytes. */
export function kindOf({ path, bytes }: InputFile): OriginKind | NoOrigin {
  const [ending, head] = [endingOf(path), bytes.toString('latin1', 0, 4096)];
  if (bytes.length === 0) return 'empty';
  if (/(?:^|[/\\])~\$[^/\\]*$/u.test(path)) return 'lock-file';
  if (head.startsWith('PK')) {
    if (ending === 'docx' || ending === 'docm') return 'word';
    if (head.includes('application/vnd.oasis.opendocument')) return 'save-as-docx';
    // A zip archive may also contain a document.
    return ending !== 'zip' && bytes.includes('word/document.xml') ? 'word' : 'archive';
  }
  // A compound file of Windows: an old document, or a new one with a password (MS-OFFCRYPTO, 2.3.2).
  if (head.startsWith('\xD0\xCF\x11\xE0'))
    return bytes.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
      ? 'encrypted'
      : 'old-word';
  if (head.startsWith('{\\rtf') || head.startsWith('%PDF')) return 'save-as-docx';
  if (/^(?:Rar!|7z\xBC\xAF|\x1F\x8B)/u.test(head)) return 'archive';
  if (/^MIME-Version:/imu.test(head) && ['doc', 'mht', 'mhtml'].includes(ending))
    return 'save-as-docx';
  if (ending === 'eml' || ending === 'msg') return 'mail';
  if (/^\s*(?:<!doctype html|<html)/iu.test(head) && ['doc', 'docx'].includes(ending))
    return 'html';
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (ending === 'txt') return 'text';
  if (ending === 'htm' || ending === 'html')
    return /<title>Exported Data<\/title>|class="page_wrap[^>]*>[\s\S]*class="(?:history|page_header)/u.test(
      bytes.toString('latin1', 0, 65_536),
    )
      ? 'telegram-html'
      : 'html';
  if (ending === 'json')
    return /"(?:messages|chats)"\s*:/u.test(bytes.toString('latin1', 0, 65_536))
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

/** Loads the reader for a kind of origin. */
export function readerOf(kind: OriginKind): Promise<FormatReader> {
  return readers[kind]();
}

/** Whether files of this kind can be imported. */
export function isOrigin(kind: OriginKind | NoOrigin): kind is OriginKind {
  return Object.hasOwn(readers, kind);
}
