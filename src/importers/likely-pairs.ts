import type { Locale } from '#lang/locale.ts';

/** The values by which announcements in one language are compared. */
export interface Single {
  readonly source: string;
  readonly locale: Locale;
  /** A day, or a moment in ISO 8601. */
  readonly date: string;
  readonly text: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

interface Kept extends Omit<Single, 'text' | 'pictures'> {
  readonly figures: ReadonlySet<string>;
  readonly pictures: readonly Uint8Array[];
  readonly length: number;
}

/** The number of earlier announcements to compare with: posts that belong together are close to each other. */
const lookBack = 60;

/**
 * Finds an earlier announcement that is probably the same in another language. Both are of the same day, and either
 * have the same numbers or the same picture, or were written within a quarter of an hour with about the same length.
 */
export function createPairs(): { find(single: Single): string | undefined } {
  const kept: Kept[] = [];
  return {
    find({ source, locale, date, text, pictures }) {
      const one: Kept = {
        source,
        locale,
        date,
        figures: figuresOf(text, date),
        pictures: [...pictures.values()],
        length: text.length,
      };
      const other = kept.findLast((before) => before.locale !== one.locale && isLike(before, one));
      kept.push(one);
      if (kept.length > lookBack) kept.shift();
      return other?.source;
    },
  };
}

function isLike(a: Kept, b: Kept): boolean {
  if (a.date.slice(0, 10) !== b.date.slice(0, 10)) return false;
  const ratio = Math.min(a.length, b.length) / Math.max(a.length, b.length, 1);
  if (ratio < 0.4) return false;
  const same = [...a.figures].filter((figure) => b.figures.has(figure)).length;
  const most = Math.max(a.figures.size, b.figures.size);
  if (same > 0 && same >= most / 2) return true;
  const hasSamePicture = a.pictures.some((picture) =>
    b.pictures.some((other) => Buffer.from(picture).equals(Buffer.from(other))),
  );
  if (hasSamePicture) return true;
  const apart = Math.abs(Date.parse(a.date) - Date.parse(b.date));
  return a.date.length > 10 && b.date.length > 10 && apart <= 15 * 60_000 && most === 0;
}

/** The numbers in a text, except those of its date. */
function figuresOf(text: string, date: string): Set<string> {
  const own = new Set(date.slice(0, 10).split('-').map(Number));
  const found = text.match(/\d+(?:[.,]\d+)?/gu) ?? [];
  return new Set(found.filter((figure) => !own.has(Number(figure.replace(',', '.')))));
}
