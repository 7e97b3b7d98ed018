import type { Picture, Variant } from './picture.ts';
import { type Role, sizes } from './widths.ts';

/** The attribute values of a `<picture>`, for whoever writes the elements. */
export interface PictureMarkup {
  readonly sources: ReadonlyArray<{
    readonly type: string;
    readonly srcset: string;
    readonly sizes: string;
  }>;
  readonly img: { readonly src: string; readonly width: number; readonly height: number };
}

/** @param url where a file of the picture is found, under the base */
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
