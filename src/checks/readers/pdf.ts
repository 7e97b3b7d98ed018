import type { PublishedAttachment } from './published-attachment.ts';

/**
 * Reads the text and the author of a PDF. The library is large, so it is loaded only when there is a PDF.
 * @throws if the file is damaged or encrypted
 */
export async function readPdf(bytes: Buffer): Promise<PublishedAttachment> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const [{ text }, { info }] = await Promise.all([
      extractText(document, { mergePages: true }),
      getMeta(document),
    ]);
    const author: unknown = info.Author;
    return {
      text,
      authors: typeof author === 'string' && author.trim() !== '' ? [author.trim()] : [],
      location: bytes.includes('exif:GPSLatitude'),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}
