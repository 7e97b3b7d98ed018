import { urls } from '#site/urls.ts';
import { black, schemes } from '#styles/colours.ts';
import type { ReaderChoice, ReaderSetting } from '#views/parts/reader-setting-choices.ts';

/** What a choice changes: tokens of src/styles/tokens.css, and declarations for single elements. */
interface Look {
  readonly tokens: Readonly<Record<string, string>>;
  readonly elements?: Readonly<Record<string, string>>;
}

type Scheme = (typeof schemes)[keyof typeof schemes];

/** Each choice has a scheme, or this does not compile. */
const ofChoice: Readonly<Record<ReaderChoice<'colours'>, Scheme>> = schemes;

const drawn = ['ink', 'soft', 'accent', 'band', 'line', 'edge', 'gold', 'warn', 'good'];
const grounds = ['paper', 'tint', 'on-accent', 'band-mark', 'warn-tint'];

function scheme({ ink, paper, mark }: Scheme): Look {
  const tokens = Object.fromEntries([
    ...drawn.map((name) => [`--${name}`, ink]),
    ...grounds.map((name) => [`--${name}`, paper]),
  ]) as Record<string, string>;
  // Where all is of one colour, a link has only its line to be known by.
  return {
    tokens: { 'color-scheme': paper === black ? 'dark' : 'light', ...tokens, '--mark': mark },
    elements: { 'main a:not(.button)': 'text-decoration: underline' },
  };
}

/** Not `display: none`: what a picture shows is still read aloud. Each stays in its place, or those of a gallery would lie beside the page. A film stays: it is no picture, and its buttons must be seen. */
const unseen =
  'position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)';

/** The words that stand for a picture, in its place. Those who hear the page hear them from the picture itself: nothing is said twice. */
const words =
  "content: attr(data-alt); content: attr(data-alt) / ''; display: block; padding: var(--s-3) var(--s-4); border: 1px solid var(--edge)";

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
  // A little more than what a page must bear (WCAG 1.4.12).
  spacing: {
    wide: {
      tokens: {
        '--leading': '2',
        '--leading-tight': '1.5',
        '--tracking': '.12em',
        '--tracking-tight': '.12em',
        '--word-gap': '.2em',
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
 * The style sheet of every choice: set by script on the root element, or, without script, chosen in the panel of this page.
 * Stronger than the tokens and what media ask of them, weaker than the sheet for paper.
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

/** What servers keep for readers without script, by address: a sheet for each choice, one for whoever can have it kept, and `prefs.css`, which names them. */
export function readerSheets(): ReadonlyMap<string, string> {
  // Stronger than the tokens, weaker than what is being chosen on the page itself.
  const sheets = Object.entries(looks).flatMap(([setting, choices]) =>
    Object.entries(choices).map(
      ([value, look]) => [choiceSheet(setting, value), writeLook('html:root', look)] as const,
    ),
  );
  const kept =
    'html .view .keep { display: block }\nhtml .view :is(.here, [type=reset]) { display: none }\n';
  // Names nothing where nobody keeps anything: servers that do answer this address themselves.
  return new Map([...sheets, [keptSheet, kept], [urls.preferences, '/* */\n']]);
}

/** The path of the sheet of a choice. */
export function choiceSheet(setting: string, value: string): string {
  return urls.readerSheet(`${setting}-${value}`);
}

/** The path of the sheet that shows the buttons which need a server. */
export const keptSheet = urls.readerSheet('kept');

/** One choice, under a selector of the root element. */
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
