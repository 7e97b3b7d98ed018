import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { maxPixels, readHeader } from './codec.ts';
import type { Original } from './picture.ts';
import { type Format, signatureOf } from './signature.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

/** The digest of a picture's bytes: see `Original.digest`. */
export function sourceDigest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 20);
}

/**
 * Reads what can be known of a picture without decoding it. Damage that only decoding reveals is found by
 * `encodePictures`.
 * @throws {UnreadablePicture} when the picture can already be refused
 * @throws the error of the file system when the file cannot be read
 */
export async function readOriginal(path: string): Promise<Original> {
  const bytes = await readFile(path);
  const format = acceptedFormat(path, bytes);
  const header = await readHeader(bytes).catch((error: unknown) => {
    throw new UnreadablePicture(path, 'damaged', error);
  });
  if (header.width * header.height > maxPixels)
    throw new UnreadablePicture(path, 'too-many-pixels');
  return { path, digest: sourceDigest(bytes), ...header, format };
}

function acceptedFormat(path: string, bytes: Buffer): Format {
  const signature = signatureOf(bytes);
  if (signature === undefined) throw new UnreadablePicture(path, 'not-a-picture');
  if (signature === 'heic' || signature === 'svg') throw new UnreadablePicture(path, signature);
  return signature;
}
