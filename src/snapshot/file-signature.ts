import { closeSync, openSync, readSync } from 'node:fs';
import { endingOf } from '#schema/attachment.ts';

/** The number of bytes at the beginning of a file that are enough to recognise its type. */
const looked = 4096;

const isZip = (head: Buffer) =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4));
/** Text in any encoding (UTF-16 needs its BOM), except markup that a browser might interpret. */
const isPlainText = (head: Buffer) =>
  (!head.includes(0) || /^(?:\xff\xfe|\xfe\xff)/u.test(head.toString('latin1', 0, 2))) &&
  !/^[^a-z]*<(?:!doctype|html|head|body|script|svg|\?xml)/iu.test(head.toString('latin1', 0, 256));
const startsWith = (word: string) => (head: Buffer) =>
  head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart()
    .startsWith(word);

/** For each extension of a published file, a check of its first bytes. */
const signatures: Readonly<Record<string, (head: Buffer) => boolean>> = {
  // PDF 1.7, implementation note 13: the header lies within the first kilobyte.
  pdf: (head) => head.subarray(0, 1024).includes('%PDF-'),
  docx: isZip,
  xlsx: isZip,
  odt: isZip,
  ods: isZip,
  zip: isZip,
  csv: isPlainText,
  txt: isPlainText,
  ics: startsWith('BEGIN:VCALENDAR'),
  // ISO/IEC 14496-12, 4.3 (MP4). WebM is Matroska, which is EBML (RFC 8794).
  mp4: (head) => head.toString('latin1', 4, 8) === 'ftyp',
  webm: (head) => head.toString('latin1', 0, 4) === '\x1a\x45\xdf\xa3',
  vtt: startsWith('WEBVTT'),
};

/**
 * Whether the content of a file matches its extension. True for extensions without a check.
 * @throws the file system's own error when the file cannot be read
 */
export function isWhatItSays(file: string): boolean {
  const check = signatures[endingOf(file)];
  return check === undefined || check(beginningOf(file));
}

function beginningOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(looked);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, looked, 0));
  } finally {
    closeSync(descriptor);
  }
}
