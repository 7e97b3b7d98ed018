import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';

/** What begins each of Pagefind's files inside its compression. */
const signature = Buffer.from('pagefind_dcd');

/** What Pagefind keeps of a page to show it. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, never>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly never[];
}

export async function pack(bytes: Uint8Array): Promise<Buffer> {
  return promisify(gzip)(Buffer.concat([signature, bytes]), { level: 9 });
}

/** @throws when the file is not one of Pagefind's: a version that writes otherwise */
export function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error('Pagefind writes its files otherwise than this version of Jarshy knows');
  return bytes.subarray(signature.length);
}
