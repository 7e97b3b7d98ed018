import { expect, test } from 'vitest';
import { kindOf } from '#importers/formats.ts';
import { docx, paragraph, run, zip } from './word/docx-file.ts';

const word = docx({ body: paragraph(run('x')) });
const container = Buffer.from('D0CF11E0A1B11AE1', 'hex');

test.each<[string, Buffer | string, string]>([
  ['a.docx', word, 'word'],
  ['a.docm', word, 'word'],
  ['without-ending', word, 'word'],
  ['a.zip', zip({ 'a.txt': 'x' }), 'archive'],
  ['a.zip', zip({ 'a.docx': word }), 'archive'],
  ['a.rar', 'Rar!\x1A\x07', 'archive'],
  ['a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'save-as-docx'],
  ['a.rtf', '{\\rtf1 x}', 'save-as-docx'],
  ['a.doc', '{\\rtf1 x}', 'save-as-docx'],
  ['a.pdf', '%PDF-1.7', 'save-as-docx'],
  ['a.doc', container, 'old-word'],
  ['a.docx', Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
  ['a.doc', '<html><body>x</body></html>', 'html'],
  ['a.docx', '<!DOCTYPE html><p>x', 'html'],
  ['a.doc', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'save-as-docx'],
  ['a.eml', 'From: a@example.org\n\nx', 'mail'],
  ['~$letter.docx', 'x', 'lock-file'],
  ['a.md', '# x', 'markdown'],
  ['a.bin', 'x', 'unknown-format'],
  ['a.txt', '', 'empty'],
])('%s is %#: %s', (name, bytes, kind) => {
  expect(kindOf({ path: `/in/${name}`, name, bytes: Buffer.from(bytes as string) })).toBe(kind);
});
