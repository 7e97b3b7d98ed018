import { goodContrast, grounds, legible } from '#schema/colour.ts';
import type { Site } from '#site/model.ts';

/** What this press office has set of the tokens in `src/styles/tokens.css`. The colour for dark pages is computed. */
export function writeTheme({ theme: { accent, font } }: Pick<Site, 'theme'>): string {
  const tokens = {
    '--accent-given': accent,
    '--accent-given-dark': accent && legible(accent, '#ffffff', grounds.dark, goodContrast),
    // The band on top is a ground, not a text: on a dark page it keeps the colour and loses most of its light.
    '--band-given-dark': accent && legible(accent, '#000000', '#ffffff', 14),
    '--face-given': font && quoted(font),
  };
  const lines = Object.entries(tokens).flatMap(([name, value]) => (value ? [`  ${name}: ${value};`] : []));
  return lines.length === 0 ? '' : `:root {\n${lines.join('\n')}\n}\n`;
}

/** A string of CSS (Syntax Level 3, 4.3.7) that ends neither itself nor the element it is written into. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\<>\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
}
