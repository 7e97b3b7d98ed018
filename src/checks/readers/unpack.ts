import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readZip } from '#outputs/share/zip.ts';

/** A limit in bytes that no file of a site exceeds when unpacked. It stops decompression bombs. */
const most = 256 * 1024 * 1024;

/**
 * Unpacks a file. Gzip is recognised by its first bytes (RFC 1952), whatever the file is called: the search index
 * has such files. Brotli has no such bytes and is recognised by its name. Of a zip archive (which office documents
 * are) the members are returned. A file that was packed twice is unpacked once.
 * @returns an empty array if the file is not packed or is damaged
 */
export function unpackArchive(path: string, bytes: Buffer): Buffer[] {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      return [gunzipSync(bytes, { maxOutputLength: most })];
    if (path.endsWith('.br')) return [brotliDecompressSync(bytes, { maxOutputLength: most })];
    return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))
      ? Object.values(unzip(bytes)).map((member) => Buffer.from(member))
      : [];
  } catch {
    return []; // The file claims to be packed but is not. It is still searched as plain bytes.
  }
}

/**
 * The members of a zip archive, by name.
 * @throws if the archive is damaged
 */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return readZip(bytes, most);
}
