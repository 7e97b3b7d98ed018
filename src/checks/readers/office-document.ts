import type { PublishedAttachment } from './published-attachment.ts';
import { readMarkup } from './read-markup.ts';
import { pictureMetadata } from './exif.ts';
import { unzip } from './unpack.ts';

/** The files that contain the text in Word, Excel and OpenDocument documents (ECMA-376; OASIS ODF 1.3). */
const texts =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml|content\.xml)$/u;
const notes = /^(?:docProps\/core\.xml|meta\.xml)$/u;
const makers: ReadonlySet<string> = new Set([
  'dc:creator',
  'cp:lastmodifiedby',
  'meta:initial-creator',
]);
/** Elements after which a new word begins. */
const ends: ReadonlySet<string> = new Set([
  'w:p',
  'w:tab',
  'w:br',
  'w:tc',
  'si',
  'row',
  'c',
  'text:p',
  'text:h',
  'text:tab',
  'text:line-break',
  'table:table-cell',
]);

/**
 * Reads the text, the authors and the pictures of a docx, xlsx, odt or ods file.
 * @throws if it is not a zip archive, or is damaged
 */
export function readOfficeDocument(bytes: Buffer): PublishedAttachment {
  const members = Object.entries(unzip(bytes)).map(
    ([name, member]) => [name, Buffer.from(member)] as const,
  );
  const having = (names: RegExp) =>
    members.filter(([name]) => names.test(name)).map(([, member]) => member.toString('utf8'));
  return {
    text: having(texts).map(textOf).join('\n'),
    authors: [...new Set(having(notes).flatMap(authorsIn))],
    location: members.some(
      ([name, member]) => /\.(?:jpe?g|png|webp)$/iu.test(name) && pictureMetadata(member).location,
    ),
  };
}

function textOf(xml: string): string {
  let text = '';
  readMarkup(
    xml,
    { text: (part) => (text += part), closed: (name) => (text += ends.has(name) ? '\n' : '') },
    'xml',
  );
  return text;
}

function authorsIn(xml: string): string[] {
  const authors: string[] = [];
  let isAuthor = false;
  readMarkup(
    xml,
    {
      opened: (name) => (isAuthor = makers.has(name.toLowerCase())),
      text: (part) => (isAuthor && part.trim() !== '' ? authors.push(part.trim()) : undefined),
      closed: () => (isAuthor = false),
    },
    'xml',
  );
  return authors;
}
