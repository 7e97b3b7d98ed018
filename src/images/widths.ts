import { lastOf } from '#lang/lookup.ts';

/**
 * The widths of pictures in pixels. 240 suits the side of a list on a phone, 640 and 800 a whole phone, 1600 a full
 * column on a high-density screen.
 */
export const widths = [240, 480, 640, 800, 1200, 1600] as const;

/** The maximum width of any published file. */
export const maxWidth: number = lastOf(widths);

/** The width for browsers and feed readers that cannot choose between files. */
export const fallbackWidth = 1200;

/**
 * The space that a picture takes on a page, as a value of the `sizes` attribute. It must match the columns in
 * `src/styles/`.
 */
export const sizes = {
  cover: '(min-width: 46rem) 42rem, calc(100vw - 2rem)',
  body: '(min-width: 46rem) 42rem, calc(100vw - 2rem)',
  lead: '(min-width: 60rem) 26rem, (min-width: 36rem) 50vw, calc(100vw - 2rem)',
  thumb: '(min-width: 36rem) 12rem, 6.5rem',
  portrait: '10rem',
} as const satisfies Record<string, string>;

/** Where a picture is used. */
export type Role = keyof typeof sizes;

/**
 * The widths in which an original is published, from narrow to wide. None is wider than the original; the last one is
 * the widest possible. A standard width that is less than a tenth narrower than the last is left out: the difference is
 * invisible, and every file costs disk space and build time.
 */
export function widthsFor(originalWidth: number): number[] {
  const widest = Math.min(originalWidth, maxWidth);
  return [...widths.filter((width) => width <= widest * 0.9), widest];
}
