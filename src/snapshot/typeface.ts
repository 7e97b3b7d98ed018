import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { lettersOf } from '#lang/alphabet.ts';
import { everyWriting } from '#languages/writings.ts';
import { type Problem, type ProblemArguments, problemAt, type ProblemId } from '#schema/problem.ts';
import { hashOf } from '#cache/hash.ts';
import type { Site } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { codePointOf } from '#lang/lookup.ts';

/** The press office's own typeface, from a font file. */
export interface Typeface {
  /** The path of the file from the site's root. It changes with the bytes of the file. */
  readonly address: string;
  /** The path from the content folder. */
  readonly file: string;
  /** The lightest and the boldest weight in the file. */
  readonly weights: readonly [number, number];
  /** Ascent, descent and line gap relative to the font size, as browsers read them. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /**
   * The average width of the letters of `sample`, relative to the font size; undefined when the file lacks any of these
   * letters.
   */
  readonly advance: number | undefined;
}

/** The largest allowed file in bytes. Our own typeface has 27 KB with the letters of three languages. */
const most = 60_000;

/** Sample text in the known languages, for measuring the average width of a letter. */
export const sample = everyWriting.flatMap((writing) => writing.sample ?? []).join(' ');

/**
 * Reads the file that `theme.fontFile` names.
 * @param folder the content folder
 * @returns the typeface, undefined when no file is named or it has problems, and these problems
 */
export function readTypeface(
  folder: string,
  { theme, locales }: Pick<Site, 'theme' | 'locales'>,
): { typeface?: Typeface; problems: Problem[] } {
  const { fontFile: file } = theme;
  if (file === undefined) return { problems: [] };
  const report = <Id extends ProblemId>(id: Id, ...params: ProblemArguments<Id>): Problem =>
    problemAt(id, { file: 'site.yaml' }, ...params);
  const bytes = bytesOf(join(folder, file));
  const font = bytes && parsed(bytes);
  if (!font) return { problems: [report('bad-font', { path: file })] };
  const missing = locales
    .map(
      (locale) =>
        [
          locale,
          lettersOf(locale).filter((letter) => !font.hasGlyphForCodePoint(codePointOf(letter))),
        ] as const,
    )
    .filter(([, letters]) => letters.length > 0);
  const problems = [
    ...(bytes.length > most
      ? [
          report('font-too-large', {
            path: file,
            size: Math.ceil(bytes.length / 1000),
            limit: most / 1000,
          }),
        ]
      : []),
    ...missing.map(([locale, letters]) =>
      report('font-letters', { path: file, locale, letters: letters.join(' ') }),
    ),
  ];
  if (problems.length > 0) return { problems };
  const { ascent, descent, lineGap, unitsPerEm } = font;
  const { wght } = font.variationAxes;
  const weight = font['OS/2'].usWeightClass;
  const letters = font.glyphsForString(sample);
  const known = [...sample].every((letter) => font.hasGlyphForCodePoint(codePointOf(letter)));
  const typeface: Typeface = {
    address: urls.font(hashOf(bytes.toString('base64'))),
    file,
    weights: wght ? [wght.min, wght.max] : [weight, weight],
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
    advance: known
      ? letters.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) /
        letters.length /
        unitsPerEm
      : undefined,
  };
  return { typeface, problems };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined; // It does not exist, or is not a file.
  }
}

/**
 * Parses a font.
 * @returns undefined when it is not WOFF2 or is damaged
 */
function parsed(bytes: Buffer): Font | undefined {
  try {
    const font = create(bytes);
    // These checks parse the tables that are used later, so that a damaged one is noticed here.
    return font.type === 'WOFF2' &&
      !font.isCollection &&
      font.characterSet.length > 0 &&
      font.numGlyphs > 0
      ? font
      : undefined;
  } catch {
    return undefined;
  }
}
