import type { PlaceholderTable } from '#lang/placeholders.ts';
import { urls } from '#site/urls.ts';
import { pictureMetadata } from '#checks/readers/exif.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';
import { unzip } from '#checks/readers/unpack.ts';

const isPicture = (name: string) => /\.(?:jpe?g|png|webp|avif|gif)$/iu.test(name);

const sentences = {
  'camera-data': ['path'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * No picture of the site says with what camera, when, where or by whom it was taken. The XMP of pictures in press
 * kits says what the page says about them, and no more.
 */
export const pictureMetadataRule: Rule<Found> = {
  name: 'picture-metadata',
  severity: 'error',
  sentences,
  ofFile: {
    basis: () => undefined,
    inspector:
      () =>
      ({ path, bytes }) => {
        const looked = path.startsWith(urls.pressKits)
          ? inKit(path, bytes)
          : [{ path, noted: isPicture(path) && isNoted(pictureMetadata(bytes)) }];
        return looked
          .filter(({ noted }) => noted)
          .map(({ path: found }) => ({
            id: 'camera-data',
            page: { path: found },
            params: { path: found },
          }));
      },
  },
};

function inKit(path: string, bytes: Buffer): Array<{ path: string; noted: boolean }> {
  return Object.entries(unzip(bytes)).map(([name, member]) => ({
    path: `${path}/${name}`,
    noted: isPicture(name) && isNoted(pictureMetadata(Buffer.from(member)), 'described'),
  }));
}

function isNoted(
  { exif, xmp, location }: ReturnType<typeof pictureMetadata>,
  described?: 'described',
): boolean {
  return exif || location || (xmp && !described);
}
