import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** A file that a person has dropped on the desk or pasted into it. */
export interface DroppedFile {
  /** As the browser names it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was made of dropped files. */
export interface ImportedDocuments {
  /** The folders of the drafts, from the content folder. */
  readonly folders: readonly string[];
  /** What a person must attend to, a sentence each. */
  readonly lines: readonly string[];
}

/** What was made of a pasted passage. */
export interface ConvertedText {
  /** Undefined when nothing could be read. */
  readonly markdown: string | undefined;
  readonly lines: readonly string[];
}

/** 64 MB: more than any letter with its pictures. */
const most = 64 * 1024 * 1024;

/**
 * Reads the files of a form (`multipart/form-data`). What was pasted is in the field `pasted`, as HTML.
 * @returns undefined when it is more than the desk takes
 */
export async function filesIn(request: IncomingMessage): Promise<DroppedFile[] | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const form = await new Response(Readable.toWeb(request) as ReadableStream, {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
  const files = await Promise.all(
    form
      .getAll('files')
      .filter((file): file is File => typeof file !== 'string' && file.size > 0)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const pasted = form.get('pasted');
  return typeof pasted === 'string' && pasted.trim() !== ''
    ? [
        ...files,
        {
          name: 'paste.html',
          bytes: Buffer.from(`<!doctype html><meta charset="utf-8"><body>${pasted}`),
        },
      ]
    : files;
}
