import { attachmentTypes, endingOf, mediaTypes } from '#schema/attachment.ts';
import { feedTypes } from '#site/urls.ts';
import { headerPolicy } from './page-policy.ts';

/** Sent with every answer. The site loads nothing from elsewhere and runs no inline script but the one that is named. */
export const securityHeaders = {
  'Content-Security-Policy': headerPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** Headers, and the paths from the site's root that are sent them. */
export interface HeaderRule {
  /** A regular expression in what JavaScript, PCRE and RE2 have in common, from `^/` on; every path where there is none. */
  readonly paths?: string;
  /** The same for hosts that know only `*` (anything) and `:name` (a part between slashes). */
  readonly globs: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

const endings = Object.keys(attachmentTypes);

/** What is sent with which answer; of two rules for one path and header, the later holds. */
export const headerRules = {
  all: { globs: ['/*'], headers: { ...securityHeaders, 'Cache-Control': 'no-cache' } },
  /** The search page alone may compile the WebAssembly of its engine. */
  search: {
    paths: '^/[^/]+/search/(?:index\\.html)?$',
    globs: ['/:locale/search/*'],
    headers: { 'Content-Security-Policy': headerPolicy({ search: true }) },
  },
  /** Names that change with their content may be kept for a year. */
  hashed: {
    paths: '^/(?:_astro|_images|_fonts|[^/]+/atom)/',
    globs: ['/_astro/*', '/_images/*', '/_fonts/*', '/:locale/atom/*'],
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  /** What a person has attached is saved, never shown as a page of the site. The calendar of a language is no attachment: it lies a floor higher. */
  attachments: {
    paths: `^/[^/]+/[^/]+/.*\\.(?:${endings.join('|')})$`,
    globs: endings.map((ending) => `/:locale/:section/*.${ending}`),
    headers: { 'Content-Disposition': 'attachment' },
  },
  /** Feeds and data are for everybody: scripts of other sites may read them. */
  data: {
    paths: '^/(?:api/|.*\\.(?:xml|ics)$|.*/feed\\.json$)',
    globs: ['/api/*', '/*.xml', '/*.ics', '/*/feed.json'],
    headers: { 'Access-Control-Allow-Origin': '*' },
  },
} as const satisfies Record<string, HeaderRule>;

/** All headers of a path from the site's root but its type. */
export function headersOf(path: string): Record<string, string> {
  const rules: readonly HeaderRule[] = Object.values(headerRules);
  const applied = rules.filter(
    ({ paths }) => paths === undefined || new RegExp(paths, 'iu').test(path),
  );
  return Object.fromEntries(applied.flatMap(({ headers }) => Object.entries(headers)));
}

/** Ending of a name → media type. */
const types = {
  ...attachmentTypes,
  ...mediaTypes,
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/**
 * The `Content-Type` of a file by the ending of its name. Text says that it is UTF-8, or feed readers guess. Feeds in XML
 * go as plain XML: browsers show that with its style sheet, and `application/rss+xml` as source or a download.
 */
export function contentType(path: string): string {
  return path.endsWith(feedEnding)
    ? `${feedTypes.json}; charset=utf-8`
    : (contentTypes[endingOf(path)] ?? unknownType);
}

/** The `Content-Type` of each ending that is known. */
export const contentTypes = Object.fromEntries(
  Object.entries(types).map(([ending, type]) => [
    ending,
    isText(type) ? `${type}; charset=utf-8` : type,
  ]),
) as Readonly<Record<keyof typeof types, string> & Record<string, string>>;
export const unknownType = 'application/octet-stream';
/** The one kind of file that is known by more than its ending. */
export const feedEnding = '/feed.json';

/** Whether a media type is that of a text. */
function isText(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/u.test(type);
}

/** Whether a file is worth being compressed: text is; pictures, films and archives are compressed already. */
export function isCompressible(path: string): boolean {
  return contentType(path).endsWith('charset=utf-8');
}
