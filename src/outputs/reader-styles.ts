import { urls } from '#site/urls.ts';
import { black, schemes } from '#styles/colours.ts';
import type { ReaderChoice, ReaderSetting } from '#views/parts/reader-setting-choices.ts';

/** What a choice changes: tokens of src/styles/tokens.css, and declarations for single elements. */
interface Look {
  readonly tokens: Readonly<Record<string, string>>;
  readonly elements?: Readonly<Record<string, string>>;
}

type Scheme = (typeof schemes)[keyof typeof schemes];

/** This type makes a colour choice without a scheme a compile error. */
const ofChoice: Readonly<Record<ReaderChoice<'colours'>, Scheme>> = schemes;

const drawn = ['ink', 'soft', 'accent', 'band', 'line', 'edge', 'gold', 'warn', 'good'];
const grounds = ['paper', 'tint', 'on-accent', 'band-mark', 'warn-tint'];

function scheme({ ink, paper, mark }: Scheme): Look {
  const tokens = Object.fromEntries([
    ...drawn.map((name) => [`--${name}`, ink]),
    ...grounds.map((name) => [`--${name}`, paper]),
  ]) as Record<string, string>;
  // Everything has one colour, so only the underline distinguishes a link.
  return {
    tokens: { 'color-scheme': paper === black ? 'dark' : 'light', ...tokens, '--mark': mark },
    elements: { 'main a:not(.button)': 'text-decoration: underline' },
  };
}

/**
 * Hides a picture without `display: none`, because screen readers must still read its alternative text. Each
 * picture stays in its place; otherwise those of a gallery would move beside the page. Videos are not hidden: their
 * buttons must be visible.
 */
const unseen =
  'position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)';

/**
 * Shows the alternative text in place of a picture. It has an empty alternative for speech, because screen readers
 * already read it from the picture itself.
 */
const words =
  "content: attr(data-alt); content: attr(data-alt) / ''; display: block; padding: var(--s-3) var(--s-4); border: 1px solid var(--edge)";

/** The look of every choice of every setting. */
export const looks: {
  readonly [Setting in ReaderSetting]: Readonly<Record<ReaderChoice<Setting>, Look>>;
} = {
  size: {
    large: { tokens: { '--text-scale': '1.5' } },
    largest: { tokens: { '--text-scale': '2' } },
  },
  colours: {
    white: scheme(ofChoice.white),
    black: scheme(ofChoice.black),
    blue: scheme(ofChoice.blue),
    beige: scheme(ofChoice.beige),
  },
  // Slightly more than what a page must support (WCAG 1.4.12).
  spacing: {
    wide: {
      tokens: {
        '--leading': '2',
        '--leading-tight': '1.5',
        '--tracking': '.12em',
        '--tracking-tight': '.12em',
        '--word-gap': '.2em',
        '--letter': '.78',
      },
      elements: { '.body p': 'margin-block-end: 2em' },
    },
  },
  face: {
    serif: { tokens: { '--face': "Georgia, 'Times New Roman', 'PT Serif', 'Noto Serif', serif" } },
  },
  pictures: {
    grey: { tokens: { '--picture-filter': 'grayscale(1)' } },
    off: {
      tokens: {},
      elements: {
        picture: 'position: relative',
        img: unseen,
        'picture[data-alt]::after': words,
        '.teaser.with-cover': 'display: block',
      },
    },
  },
};

/**
 * Writes the style sheet of all choices. A choice is set on the root element by script or, without script, made in
 * the panel of the page. The sheet is stronger than the tokens and their media queries, and weaker than the print
 * style sheet.
 */
export function writeReaderStyles(): string {
  return Object.entries(looks)
    .flatMap(([setting, choices]) =>
      Object.entries(choices).map(([value, look]) =>
        writeLook(
          `:root:root:where([data-${setting}=${value}],:has(.view [value=${value}]:checked))`,
          look,
        ),
      ),
    )
    .join('');
}

/**
 * The style sheets that a server needs to keep the choices of readers without script, by address: a sheet for each
 * choice, a sheet for readers whose choices can be kept, and `prefs.css`, which imports them.
 */
export function readerSheets(): ReadonlyMap<string, string> {
  // Stronger than the tokens, weaker than a choice made on the page itself.
  const sheets = Object.entries(looks).flatMap(([setting, choices]) =>
    Object.entries(choices).map(
      ([value, look]) => [choiceSheet(setting, value), writeLook('html:root', look)] as const,
    ),
  );
  const kept =
    'html .view .keep { display: block }\nhtml .view :is(.here, [type=reset]) { display: none }\n';
  // This `prefs.css` imports nothing. It is for servers that keep no choices; the others answer this address
  // themselves.
  return new Map([...sheets, [keptSheet, kept], [urls.preferences, '/* */\n']]);
}

/** The path of the style sheet of a choice. */
export function choiceSheet(setting: string, value: string): string {
  return urls.readerSheet(`${setting}-${value}`);
}

/** The path of the style sheet that shows the buttons that need a server. */
export const keptSheet = urls.readerSheet('kept');

/** Writes one choice under a selector of the root element. */
export function writeLook(root: string, { tokens, elements = {} }: Look): string {
  const declarations = Object.entries(tokens)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  const inside = Object.entries(elements).map(
    ([selector, text]) =>
      `${selector
        .split(', ')
        .map((each) => `${root} ${each}`)
        .join(', ')} { ${text} }\n`,
  );
  return `${declarations ? `${root} { ${declarations} }\n` : ''}${inside.join('')}`;
}
