import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';

/** Each of Pagefind's files starts with this signature, inside the compression. */
const signature = Buffer.from('pagefind_dcd');

/** What Pagefind stores about a page in order to show it. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, never>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly never[];
}

/** Adds the signature and compresses, as Pagefind does with its files. */
export async function pack(bytes: Uint8Array): Promise<Buffer> {
  return promisify(gzip)(Buffer.concat([signature, bytes]), { level: 9 });
}

/**
 * Reverses `pack`.
 * @throws {Error} when the signature is missing: this version of Pagefind uses another format
 */
export function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error('Pagefind writes its files otherwise than this version of Jarshy knows');
  return bytes.subarray(signature.length);
}
