import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { endOf, readHead, writeText } from './cbor.ts';

/** What begins each of Pagefind's files inside its compression. */
const signature = Buffer.from('pagefind_dcd');

/** What Pagefind keeps of a page to show it. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** @throws when the file is not one of Pagefind's: a version that writes otherwise */
export function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('Pagefind writes its files otherwise than this version of Jarshy knows');
  return bytes.subarray(signature.length);
}

export async function pack(bytes: Buffer): Promise<Buffer> {
  return promisify(gzip)(Buffer.concat([signature, bytes]), { level: 9 });
}

export function readFragment(file: Buffer): Fragment {
  return JSON.parse(unpack(file).toString('utf8')) as Fragment;
}

export function packFragment(fragment: Fragment): Promise<Buffer> {
  return pack(Buffer.from(JSON.stringify(fragment)));
}

/**
 * Gives the pages of Pagefind's list (`.pf_meta`: CBOR, `[version, [[name, …], …], …]`) other names. By its name
 * a page is told in results, and its fragment is found.
 * @throws when the list is no such list: a version that writes otherwise
 */
export function renamePages(meta: Buffer, rename: (name: string) => string): Buffer {
  const pages = readHead(meta, endOf(meta, readHead(meta, 0).end));
  const pieces: Buffer[] = [];
  let [kept, at] = [0, pages.end];
  for (let page = 0; page < pages.value; page++) {
    const start = readHead(meta, at).end;
    const name = readHead(meta, start);
    if (pages.type !== 'array' || name.type !== 'text') throw new Error('Pagefind lists its pages otherwise than this version of Jarshy knows');
    pieces.push(meta.subarray(kept, start), writeText(rename(meta.toString('utf8', name.end, name.end + name.value))));
    kept = name.end + name.value;
    at = endOf(meta, at);
  }
  return Buffer.concat([...pieces, meta.subarray(kept)]);
}
