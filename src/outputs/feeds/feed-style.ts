import type { Site } from '#site/model.ts';
import { dark, light, white } from '#styles/colours.ts';

/**
 * Writes the style sheet that a browser uses when a person opens a feed. It has the press office's colour. Feed
 * readers ignore it.
 */
export function writeFeedStyle({ theme }: Pick<Site, 'theme'>): string {
  // White text is readable on this colour: any colour allowed for links on a light page is dark enough; see
  // schema/colour.ts.
  const accent = theme.accent ?? light.accent;
  return `/* How a feed looks in a browser, for the person who opens one: the explanation, then what is in it. Programs ignore this. */
@namespace atom url('http://www.w3.org/2005/Atom');
@namespace h url('http://www.w3.org/1999/xhtml');

:root {
  color-scheme: light dark;
  display: block;
  max-inline-size: 44rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
  font: 1.0625rem/1.6 system-ui, sans-serif;
  color: ${either('ink')};
  background: ${either('paper')};
}

* {
  display: none;
}

channel,
item,
atom|entry,
item > title,
item > description,
atom|entry > atom|title,
atom|entry > atom|summary,
h|div,
h|h1,
h|h2,
h|p {
  display: block;
}

h|a {
  display: inline-block;
  padding: 0.6em 1.2em;
  border-radius: 4px;
  color: ${white};
  background: ${accent};
}

h|div {
  padding: 1rem 1.4rem 1.6rem;
  border-block-end: 4px solid ${accent};
  background: ${either('tint')};
}

h|h1 {
  margin: 0;
  font-size: 1.1rem;
}

h|h2 {
  margin: 0.4rem 0;
  font-size: 1.7rem;
  line-height: 1.2;
}

item,
atom|entry {
  unicode-bidi: plaintext;
  padding-block: 1rem;
  border-block-end: 1px solid ${either('line')};
}

item > title,
atom|entry > atom|title {
  font-weight: 600;
}
`;
}

/** The CSS value of a token that has one colour for light pages and one for dark pages. */
function either(token: keyof typeof light & keyof typeof dark): string {
  return `light-dark(${light[token]}, ${dark[token]})`;
}
