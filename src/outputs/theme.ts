import type { Site } from '#site/model.ts';

/** `theme.css`: what this press office has set of the tokens in `src/styles/`. */
export function writeTheme({ theme }: Site): string {
  const tokens = { '--accent-given': theme.accent, '--font-given': theme.font && JSON.stringify(theme.font) };
  const lines = Object.entries(tokens).flatMap(([name, value]) => (value ? [`  ${name}: ${value};`] : []));
  return `:root {\n${lines.join('\n')}\n}\n`;
}
