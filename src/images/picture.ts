import type { Format } from './signature.ts';
import { lastOf } from '#lang/lookup.ts';
import { fallbackWidth, widthsFor } from './widths.ts';

/**
 * A picture as the press office supplied it. It is never published itself; only the files that `planPicture` names are.
 */
export interface Original {
  readonly path: string;
  /**
   * The first 20 hexadecimal digits of the SHA-256 of its bytes: 80 bits, so two pictures of a site never share one.
   */
  readonly digest: string;
  /** In pixels, after the EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly format: Format;
  readonly hasAlpha: boolean;
}

/** The media types of published pictures. */
export type OutputType = 'image/webp' | 'image/jpeg' | 'image/png';

/** One file of a picture: its name (the caller serves it at `/_images/<name>`) and its size in pixels. */
export interface Variant {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** A variant with its media type. */
export interface PictureOutput extends Variant {
  readonly type: OutputType;
}

/** Everything that a `<picture>` needs. */
export interface Picture {
  /**
   * The largest published size. Pages use it for the `width` and `height` attributes, so that the layout does not
   * shift.
   */
  readonly width: number;
  readonly height: number;
  /** In order of preference. The variants are sorted from narrow to wide; there is at least one. */
  readonly sources: readonly {
    readonly type: 'image/webp';
    readonly variants: readonly Variant[];
  }[];
  /** For browsers without WebP, for feeds and for machines. */
  readonly fallback: PictureOutput;
  readonly digest: string;
}

/** The maximum height of a WebP: its header has 14 bits for each side. A long screenshot is scaled down to fit. */
const maxHeight = 16_383;

const endings = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const satisfies Record<OutputType, string>;

/**
 * Plans the files in which an original is published. It reads nothing, and the same original always gives the same
 * names.
 */
export function planPicture(original: Original): Picture {
  const usableWidth = Math.max(
    1,
    Math.min(original.width, Math.floor((original.width * maxHeight) / original.height)),
  );
  const variants = widthsFor(usableWidth).map((width) => variantOf(original, width, 'image/webp'));
  const widest = lastOf(variants);
  const type = original.hasAlpha ? 'image/png' : 'image/jpeg';
  return {
    width: widest.width,
    height: widest.height,
    sources: [{ type: 'image/webp', variants }],
    fallback: { ...variantOf(original, Math.min(fallbackWidth, widest.width), type), type },
    digest: original.digest,
  };
}

/** Every file of a picture, the fallback last. */
export function outputsOf({ sources, fallback }: Picture): PictureOutput[] {
  return [
    ...sources.flatMap(({ type, variants }) => variants.map((variant) => ({ ...variant, type }))),
    fallback,
  ];
}

function variantOf(original: Original, width: number, type: OutputType): Variant {
  const height = Math.round((width * original.height) / original.width);
  return {
    name: `${original.digest}-${width}.${endings[type]}`,
    width,
    height: Math.min(maxHeight, Math.max(1, height)),
  };
}
