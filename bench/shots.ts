/** One screenshot of a page, for a person to check. */
export interface Shot {
  /** The name of its file. */
  readonly name: string;
  /** The content folder of the site. */
  readonly content: string;
  readonly path: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
  readonly script: boolean;
  /** The reader's settings in the version for people with poor sight. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** One page of each type, by its name here: the content folder, and the path with `LANG` for the language. */
const pages: Readonly<Record<string, readonly [content: string, path: string]>> = {
  root: ['content', '/'],
  'not-found': ['content', '/404.html'],
  home: ['content', '/LANG/'],
  'home-alert': ['tests/fixtures/mixed', '/LANG/'],
  source: ['content', '/LANG/news/2026/police-working-meeting/'],
  everything: ['content', '/LANG/news/2026/how-to-write-an-announcement/'],
  gallery: ['content', '/LANG/news/2026/pictures-of-this-site/'],
  event: ['content', '/LANG/news/2026/site-training-day/'],
  expired: ['content', '/LANG/news/2025/planned-maintenance/'],
  attachments: ['content', '/LANG/news/2024/permanent-addresses/'],
  withdrawn: ['tests/fixtures/mixed', '/LANG/news/2026/tender/'],
  removed: ['tests/fixtures/mixed', '/LANG/news/2026/list/'],
  corrected: ['tests/fixtures/mixed', '/LANG/news/2026/road-repairs/'],
  alert: ['tests/fixtures/mixed', '/LANG/news/2026/heat-warning/'],
  archive: ['content', '/LANG/archive/'],
  year: ['content', '/LANG/archive/2026/'],
  month: ['content', '/LANG/archive/2026/01/'],
  topic: ['content', '/LANG/topics/site-guide/'],
  'empty-topic': ['tests/fixtures/mixed', '/LANG/topics/empty/'],
  division: ['content', '/LANG/divisions/almaty-police/'],
  person: ['tests/fixtures/mixed', '/LANG/people/s-akhmetov/'],
  search: ['content', '/LANG/search/'],
  results: ['content', '/LANG/search/?q=RSS'],
  subscribe: ['content', '/LANG/subscribe/'],
  standing: ['content', '/LANG/about/'],
  weeks: ['content', '/LANG/weeks/'],
  week: ['tests/fixtures/mixed', '/LANG/weeks/2026-w12/'],
  log: ['content', '/LANG/log/'],
  outcomes: ['content', '/LANG/outcomes/'],
  kind: ['content', '/LANG/kinds/news/'],
};

const widths = [280, 390, 768, 1280, 1920];
const screen = { media: 'screen', script: true } as const;

function shotsOf(page: string, [content, path]: readonly [string, string]): Shot[] {
  const languages = path.includes('LANG') ? ['kk', 'ru'] : [''];
  return languages.flatMap((lang) =>
    widths.flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({
        name: [page, lang, width, colorScheme].filter(Boolean).join('-'),
        content,
        path: path.replace('LANG', lang),
        width,
        colorScheme,
        ...screen,
      })),
    ),
  );
}

const everyPage = Object.entries(pages).flatMap(([page, place]) => shotsOf(page, place));
const inRussian = (page: string) => ({
  content: pages[page]![0],
  path: pages[page]![1].replace('LANG', 'ru'),
  colorScheme: 'light' as const,
});

/**
 * Every combination of page type, language, width and theme; then right-to-left, readers' settings, print, and no
 * script.
 */
export const shots: readonly Shot[] = [
  ...everyPage,
  ...['/ar/', '/ar/archive/', '/ar/search/', '/ar/subscribe/'].flatMap((path) =>
    [390, 1280].map((width): Shot => ({
      name: `right-to-left${path.replaceAll('/', '-')}${width}`,
      content: 'tests/fixtures/right-to-left',
      path,
      width,
      colorScheme: 'light',
      ...screen,
    })),
  ),
  ...[
    ['home', 'white'],
    ['source', 'blue'],
    ['archive', 'beige'],
    ['search', 'black'],
  ].map(([page, colours]): Shot => ({
    name: `low-vision-${page}-${colours}`,
    ...inRussian(page!),
    width: 1280,
    ...screen,
    settings: { colours: colours!, size: 'large' },
  })),
  ...['home', 'source', 'log'].map((page): Shot => ({
    name: `low-vision-${page}-largest`,
    ...inRussian(page),
    width: 390,
    ...screen,
    settings: { colours: 'blue', size: 'largest', spacing: 'wide', face: 'serif' },
  })),
  ...['home', 'source', 'everything', 'attachments'].map((page): Shot => ({
    name: `paper-${page}`,
    ...inRussian(page),
    width: 760,
    media: 'print',
    script: true,
  })),
  ...['home', 'source', 'search', 'not-found'].map((page): Shot => ({
    name: `without-script-${page}`,
    ...inRussian(page),
    width: 390,
    media: 'screen',
    script: false,
  })),
];
