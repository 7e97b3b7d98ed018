/** `#0b4a86` */
export type Colour = `#${string}`;

// Every colour of the program. Style sheets cannot import: tests/styles/colours.test.ts sees that tokens.css and
// public/favicon.svg have the colours of this file, and writes them there; and that no colour stands anywhere else.

export const white = '#ffffff';
export const black = '#000000';
export const transparent = '#0000';

/** The tokens of src/styles/tokens.css on a light page. `accent` is ours, until a press office gives its own. */
export const light = {
  accent: '#0b4a86',
  'on-accent': white,
  ink: '#17212d',
  soft: '#46535f',
  paper: white,
  tint: '#f2f5f9',
  line: '#d3dce6',
  edge: '#66768a',
  gold: '#a87718',
  'band-mark': '#e6c46a',
  warn: '#8c2a0b',
  'warn-tint': '#fdf1eb',
  good: '#1b5a36',
  mark: '#ffe9a8',
} as const satisfies Record<string, Colour>;

/** The same on a dark page, and the band on top, which is no darker accent there. */
export const dark = {
  accent: '#9cc4ea',
  'on-accent': '#101820',
  band: '#0a2c4d',
  ink: '#e9eef4',
  soft: '#b6c1cd',
  paper: '#10171f',
  tint: '#18222d',
  line: '#33414f',
  edge: '#8696a7',
  gold: '#d9b25a',
  warn: '#ffb79d',
  'warn-tint': '#2e1d16',
  good: '#93d6ad',
  mark: '#5a480f',
} as const satisfies Record<string, Colour>;

/** The schemes that a reader can choose: the colour of all that is written or drawn, of the ground, and of a ground that marks words. */
export const schemes = {
  white: { ink: black, paper: white, mark: light.mark },
  black: { ink: white, paper: black, mark: dark.mark },
  // The two pairs that sites in Kazakhstan and Russia have beside black and white.
  blue: { ink: '#002b5c', paper: '#9dd1ff', mark: '#e3f2ff' },
  beige: { ink: '#3f2f14', paper: '#f7f3d6', mark: '#ffd97a' },
} as const satisfies Record<string, { ink: Colour; paper: Colour; mark: Colour }>;
