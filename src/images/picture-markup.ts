import type { Picture, Variant } from './picture.ts';
import { type Role, sizes } from './widths.ts';

/** The attribute values of a `<picture>`; the caller writes the elements. */
export interface PictureMarkup {
  readonly sources: ReadonlyArray<{
    readonly type: string;
    readonly srcset: string;
    readonly sizes: string;
  }>;
  readonly img: { readonly src: string; readonly width: number; readonly height: number };
}

/**
 * Prepares the attributes of a `<picture>` for the place where it is shown.
 * @param url returns the address of a file of the picture, with the base
 */
export function pictureMarkup(
  picture: Picture,
  role: Role,
  url: (name: string) => string,
): PictureMarkup {
  const candidate = ({ name, width }: Variant) => `${url(name)} ${width}w`;
  return {
    sources: picture.sources.map(({ type, variants }) => ({
      type,
      srcset: variants.map(candidate).join(', '),
      sizes: sizes[role],
    })),
    img: { src: url(picture.fallback.name), width: picture.width, height: picture.height },
  };
}
