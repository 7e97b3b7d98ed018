import { strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Writes a zip archive. The same members in the same order give the same bytes.
 * @param members by name; texts are compressed, but bytes are stored as they are, because they are compressed
 *   already
 */
export function writeZip(
  members: ReadonlyArray<readonly [name: string, content: string | Uint8Array]>,
): Uint8Array {
  const files = members.map(([name, content]) => [
    name,
    typeof content === 'string'
      ? ([strToU8(content), { level: 9 }] as const)
      : ([content, { level: 0 }] as const),
  ]);
  // fflate writes the local time of the machine. These fields give noon in every time zone.
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0], {
    mtime: new Date(1980, 0, 1, 12),
  });
}

/**
 * Reads the members of a zip archive by their names. Members that would exceed the size limit are left out.
 * @param most the limit of the total uncompressed size, in bytes
 * @throws if the archive is damaged
 */
export function readZip(bytes: Uint8Array, most: number): Record<string, Uint8Array> {
  let size = 0;
  return unzipSync(bytes, { filter: ({ originalSize }) => (size += originalSize) <= most });
}
