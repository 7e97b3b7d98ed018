import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readZip } from '#outputs/share/zip.ts';

/** More than any file of a site unpacks to; a bomb ends here. */
const most = 256 * 1024 * 1024;

/**
 * What is packed in a file: gzip by its first bytes, whatever it is called (RFC 1952), as the search index has it; brotli, which has none,
 * by its name; a zip archive's members (documents of offices are such). Packed twice is unpacked once.
 * @returns nothing for a file that is not packed, or damaged
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
    return []; // It says that it is packed and is not: as bytes it is searched all the same.
  }
}

/**
 * The members of a zip archive by their names.
 * @throws when it is damaged
 */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return readZip(bytes, most);
}
