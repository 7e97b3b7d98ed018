import { strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A zip archive. The same members in the same order give the same bytes.
 * @param members by name; texts are packed, what is given as bytes is packed already and laid in as it is
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
  // fflate writes the hour of the machine's own zone: this one is noon in each of them.
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0], {
    mtime: new Date(1980, 0, 1, 12),
  });
}

/**
 * The members of a zip archive by their names; those that would make it larger than allowed are left out.
 * @param most bytes, unpacked
 * @throws when it is damaged
 */
export function readZip(bytes: Uint8Array, most: number): Record<string, Uint8Array> {
  let size = 0;
  return unzipSync(bytes, { filter: ({ originalSize }) => (size += originalSize) <= most });
}
