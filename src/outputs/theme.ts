import { codePointOf } from '#lang/lookup.ts';
import type { Typeface } from '#snapshot/typeface.ts';
import { goodContrast, grounds, legible } from '#schema/colour.ts';
import type { Site } from '#site/model.ts';
import { underBase } from '#site/urls.ts';
import { black, white } from '#styles/colours.ts';

/**
 * Writes the tokens of `src/styles/tokens.css` that this press office has set. The colour for dark pages is
 * computed.
 */
export function writeTheme(
  { theme: { accent, font }, base }: Pick<Site, 'theme' | 'base'>,
  typeface?: Typeface,
): string {
  const tokens = {
    '--accent-given': accent,
    '--accent-given-dark': accent && legible(accent, white, grounds.dark, goodContrast),
    // The band at the top is a background, not text: on a dark page it keeps its hue and becomes much darker.
    '--band-given-dark': accent && legible(accent, black, white, 14),
    '--face-given': [
      ...(typeface ? [ownFace, ...standIns.map(({ family }) => family)] : []),
      ...(font ? [font] : []),
    ]
      .map(quoted)
      .join(', '),
  };
  const lines = Object.entries(tokens).flatMap(([name, value]) =>
    value ? [`  ${name}: ${value};`] : [],
  );
  return `${typeface ? faces(base, typeface) : ''}${lines.length === 0 ? '' : `:root {\n${lines.join('\n')}\n}\n`}`;
}

const ownFace = 'Press Face';

/**
 * The average width of a letter of `sample` in Golos Text, in parts of the type size. `src/styles/fonts.css` is based
 * on it, and tests/outputs/theme.test.ts reads it from the font file.
 */
export const golosAdvance = 0.536;

/**
 * Fonts of the device, each with the average width of a letter of `sample` (see snapshot/typeface.ts). The ratios are
 * those of `src/styles/fonts.css`.
 */
const standIns = [
  { family: 'Press Face Stand-in', local: ['Roboto'], advance: golosAdvance / 1.041 },
  {
    family: 'Press Face Second Stand-in',
    local: ['Arial', 'Liberation Sans', 'Helvetica'],
    advance: golosAdvance / 1.061,
  },
];

/**
 * The font from its file, and device fonts scaled to its width and height, so that the layout does not shift when
 * the font loads.
 */
function faces(
  base: string,
  { address, weights, ascent, descent, lineGap, advance }: Typeface,
): string {
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
  const own = face({
    'font-family': quoted(ownFace),
    src: `url(${quoted(underBase({ base }, address))}) format("woff2")`,
    'font-weight': [...new Set(weights)].join(' '),
    'font-display': 'optional',
  });
  const others = standIns.map((other) => {
    const scale = advance === undefined ? 1 : advance / other.advance;
    return face({
      'font-family': quoted(other.family),
      src: other.local.map((name) => `local(${quoted(name)})`).join(', '),
      'size-adjust': percent(scale),
      'ascent-override': percent(ascent / scale),
      'descent-override': percent(descent / scale),
      'line-gap-override': percent(lineGap / scale),
    });
  });
  return [own, ...others].join('');
}

function face(descriptors: Readonly<Record<string, string>>): string {
  return `@font-face { ${Object.entries(descriptors)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')} }\n`;
}

/** A CSS string (Syntax Level 3, 4.3.7). Its escapes keep the text from ending the string or the `<style>` element. */
function quoted(text: string): string {
  const escape = (character: string) => `\\${codePointOf(character).toString(16)} `;
  return `"${text.replaceAll(/["\\<>\p{Cc}]/gu, escape)}"`;
}
