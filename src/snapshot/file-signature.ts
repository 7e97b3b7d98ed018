import { closeSync, openSync, readSync } from 'node:fs';
import { endingOf } from '#schema/attachment.ts';

/** So many bytes of the beginning tell what a file is. */
const looked = 4096;

const isZip = (head: Buffer) =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4));
/** Text of any encoding, UTF-16 with its mark included, and not markup that a browser might take it for. */
const isPlainText = (head: Buffer) =>
  (!head.includes(0) || /^(?:\xff\xfe|\xfe\xff)/u.test(head.toString('latin1', 0, 2))) &&
  !/^[^a-z]*<(?:!doctype|html|head|body|script|svg|\?xml)/iu.test(head.toString('latin1', 0, 256));
const startsWith = (word: string) => (head: Buffer) =>
  head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart()
    .startsWith(word);

/** What the first bytes of each kind of published file are, by the ending of its name. */
const signatures: Readonly<Record<string, (head: Buffer) => boolean>> = {
  // PDF 1.7, implementation note 13: within the first kilobyte.
  pdf: (head) => head.subarray(0, 1024).includes('%PDF-'),
  docx: isZip,
  xlsx: isZip,
  odt: isZip,
  ods: isZip,
  zip: isZip,
  csv: isPlainText,
  txt: isPlainText,
  ics: startsWith('BEGIN:VCALENDAR'),
  // ISO/IEC 14496-12, 4.3; Matroska: EBML, RFC 8794.
  mp4: (head) => head.toString('latin1', 4, 8) === 'ftyp',
  webm: (head) => head.toString('latin1', 0, 4) === '\x1a\x45\xdf\xa3',
  vtt: startsWith('WEBVTT'),
};

/** Whether a file is what the ending of its name says; of an ending we know nothing of, it is.
 * @throws the file system's own error when the file cannot be read */
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
