import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '#schema/attachment.ts';
import type { Sources } from '#site/sources.ts';
import type { PublishedAttachment } from './published-attachment.ts';
import { readOfficeDocument } from './office-document.ts';
import { readPdf } from './pdf.ts';

/** 32 MB. Larger documents are not read, because that takes too long. */
const longest = 32 * 1024 * 1024;

const plain = (bytes: Buffer): PublishedAttachment => ({
  text: bytes.toString('utf8'),
  authors: [],
  location: false,
});

const readers: Readonly<
  Record<string, (bytes: Buffer) => PublishedAttachment | Promise<PublishedAttachment>>
> = {
  txt: plain,
  csv: plain,
  ics: plain,
  vtt: plain,
  pdf: readPdf,
  ...Object.fromEntries(
    ['docx', 'xlsx', 'odt', 'ods'].map((ending) => [ending, readOfficeDocument]),
  ),
};

/**
 * Reads the documents that are public or will be. A document that is damaged or encrypted is left out: it may be
 * offered to readers, but there is nothing to check in it.
 * @returns the documents by their path from the content folder
 */
export async function readAttachments(
  content: string,
  { files }: Sources,
): Promise<Map<string, PublishedAttachment>> {
  const read = new Map<string, PublishedAttachment>();
  for (const { file, standing } of files) {
    const reader = readers[endingOf(file)];
    if (!reader || standing === 'removed' || statSync(join(content, file)).size > longest) continue;
    try {
      read.set(file, await reader(readFileSync(join(content, file))));
    } catch {
      continue; // The file is encrypted, or its content does not match its name.
    }
  }
  return read;
}
