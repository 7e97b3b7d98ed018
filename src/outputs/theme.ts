import { goodContrast, grounds, legible } from '#schema/colour.ts';
import type { Site } from '#site/model.ts';

/** `theme.css`: what this press office has set of the tokens in `src/styles/tokens.css`. The colour for dark pages is computed. */
export function writeTheme({ theme: { accent, font } }: Pick<Site, 'theme'>): string {
  const tokens = {
    '--accent-given': accent,
    '--accent-given-dark': accent && legible(accent, '#ffffff', grounds.dark, goodContrast),
    // The band on top is a ground, not a text: on a dark page it keeps the colour and loses most of its light.
    '--band-given-dark': accent && legible(accent, '#000000', '#ffffff', 14),
    '--face-given': font && JSON.stringify(font),
  };
  const lines = Object.entries(tokens).flatMap(([name, value]) => (value ? [`  ${name}: ${value};`] : []));
  return `:root {\n${lines.join('\n')}\n}\n`;
}
