import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '#schema/attachment.ts';
import type { Sources } from '#site/sources.ts';
import type { PublishedAttachment, UnreadAttachment } from './published-attachment.ts';
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

/** The documents that are public or will be. */
export interface ReadAttachments {
  /** By the path from the content folder. */
  readonly attachments: ReadonlyMap<string, PublishedAttachment>;
  readonly unread: ReadonlyMap<string, UnreadAttachment>;
}

/** Reads the documents that are public or will be, and says which could not be read. */
export async function readAttachments(
  content: string,
  { files }: Sources,
): Promise<ReadAttachments> {
  const attachments = new Map<string, PublishedAttachment>();
  const unread = new Map<string, UnreadAttachment>();
  for (const { file, standing } of files) {
    const reader = readers[endingOf(file)];
    if (!reader || standing === 'removed') continue;
    if (statSync(join(content, file)).size > longest) {
      unread.set(file, 'large');
      continue;
    }
    try {
      attachments.set(file, await reader(readFileSync(join(content, file))));
    } catch {
      // It is damaged or encrypted, or its content does not match its name.
      unread.set(file, 'damaged');
    }
  }
  return { attachments, unread };
}
