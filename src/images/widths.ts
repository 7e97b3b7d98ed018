import { lastOf } from '#lang/lookup.ts';

/** The widths, in pixels, in which a picture is offered. 480 suits a cheap phone; 1600 a full column on a dense screen. */
export const widths = [480, 800, 1200, 1600] as const;

/** No output is wider. */
export const maxWidth: number = lastOf(widths);

/** The one width given to browsers and feed readers that cannot choose for themselves. */
export const fallbackWidth = 1200;

/** The place that a picture takes on a page, as the `sizes` attribute tells it. Follows the columns of `src/styles/`. */
export const sizes = {
  cover: '(min-width: 50rem) 46rem, calc(100vw - 2rem)',
  body: '(min-width: 46rem) 42rem, calc(100vw - 2rem)',
  lead: '(min-width: 60rem) 26rem, (min-width: 36rem) 50vw, calc(100vw - 2rem)',
  thumb: '(min-width: 36rem) 12rem, calc(100vw - 2rem)',
  portrait: '10rem',
} as const satisfies Record<string, string>;

/** What a picture is for. */
export type Role = keyof typeof sizes;

/**
 * The widths in which an original of this width is published, narrowest first; none is wider than the original.
 * The last is all the original can give. A width that falls short of it by less than a tenth is left out:
 * nobody would see the difference, and every file costs disk and build time.
 */
export function widthsFor(originalWidth: number): number[] {
  const widest = Math.min(originalWidth, maxWidth);
  return [...widths.filter((width) => width <= widest * 0.9), widest];
}
