import { pictureMetadata } from './picture-metadata.ts';
import type { Rule } from './rule.ts';

/** No picture of the site tells with what camera, when, where or by whom it was taken. */
export const pictureMetadataRule: Rule = {
  name: 'picture-metadata',
  severity: 'error',
  inspector: () => ({ path, bytes }) => {
    if (!/\.(?:jpe?g|png|webp|avif|gif)$/iu.test(path)) return [];
    const { exif, xmp } = pictureMetadata(bytes);
    return exif || xmp ? [{ id: 'camera-data', page: { path }, params: { path } }] : [];
  },
};
