import { attachmentTypes, endingOf, mediaTypes } from '#schema/attachment.ts';
import { feedTypes } from '#site/urls.ts';
import { headerPolicy } from './page-policy.ts';

/**
 * Sent with every response. The site loads nothing from other origins, and runs no inline script except the one
 * named by its hash.
 */
export const securityHeaders = {
  'Content-Security-Policy': headerPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** Sent with every response, too, but a site is not worse to read without them: not every host can send them. */
export const connectionHeaders = {
  // Browsers obey it only where it comes over TLS (RFC 6797, section 7.2).
  'Strict-Transport-Security': 'max-age=31536000',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Headers, and the paths (from the site's root) whose responses carry them. */
export interface HeaderRule {
  /**
   * A regular expression that starts with `^/`, in the syntax shared by JavaScript, PCRE and RE2. Without it, the
   * rule applies to every path.
   */
  readonly paths?: string;
  /** The same paths for hosts that support only `*` (anything) and `:name` (one segment of the path). */
  readonly globs: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

const endings = Object.keys(attachmentTypes);

/** The headers of each group of paths. If two rules set the same header for a path, the later rule wins. */
export const headerRules = {
  all: {
    globs: ['/*'],
    headers: { ...securityHeaders, ...connectionHeaders, 'Cache-Control': 'no-cache' },
  },
  /** Only the search page may compile WebAssembly, for its search engine. */
  search: {
    paths: '^/[^/]+/search/(?:index\\.html)?$',
    globs: ['/:locale/search/*'],
    headers: { 'Content-Security-Policy': headerPolicy({ search: true }) },
  },
  /** These file names change with their content, so browsers may cache the files for a year. */
  hashed: {
    paths: '^/(?:_astro|_images|_fonts|[^/]+/atom)/',
    globs: ['/_astro/*', '/_images/*', '/_fonts/*', '/:locale/atom/*'],
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  /**
   * A browser downloads attachments and never shows them as a page of the site. The calendar of a language is not
   * an attachment: its path is one level higher.
   */
  attachments: {
    paths: `^/[^/]+/[^/]+/.*\\.(?:${endings.join('|')})$`,
    globs: endings.map((ending) => `/:locale/:section/*.${ending}`),
    headers: { 'Content-Disposition': 'attachment' },
  },
  /** Feeds and data are public: scripts of other sites may read them. */
  data: {
    paths: '^/(?:api/|.*\\.(?:xml|ics)$|.*/feed\\.json$)',
    globs: ['/api/*', '/*.xml', '/*.ics', '/*/feed.json'],
    headers: { 'Access-Control-Allow-Origin': '*' },
  },
} as const satisfies Record<string, HeaderRule>;

/** All headers of a path (from the site's root), except `Content-Type`. */
export function headersOf(path: string): Record<string, string> {
  const rules: readonly HeaderRule[] = Object.values(headerRules);
  const applied = rules.filter(
    ({ paths }) => paths === undefined || new RegExp(paths, 'iu').test(path),
  );
  return Object.fromEntries(applied.flatMap(({ headers }) => Object.entries(headers)));
}

/** Maps the ending of a file name to its media type. */
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
 * The `Content-Type` of a file, from the ending of its name. Text types state that they are UTF-8, because feed
 * readers guess otherwise. XML feeds are sent as plain XML: browsers show that with its style sheet, but show
 * `application/rss+xml` as source or download it.
 */
export function contentType(path: string): string {
  return path.endsWith(feedEnding)
    ? `${feedTypes.json}; charset=utf-8`
    : (contentTypes[endingOf(path)] ?? unknownType);
}

/** The `Content-Type` of each known ending. */
export const contentTypes = Object.fromEntries(
  Object.entries(types).map(([ending, type]) => [
    ending,
    isText(type) ? `${type}; charset=utf-8` : type,
  ]),
) as Readonly<Record<keyof typeof types, string> & Record<string, string>>;
/** The `Content-Type` of files with an unknown ending. */
export const unknownType = 'application/octet-stream';
/** The one kind of file that needs more than its ending to be recognized. */
export const feedEnding = '/feed.json';

/** Whether a media type is a text format. */
function isText(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/u.test(type);
}

/** Whether compressing a file is worthwhile. Text is; pictures, videos and archives are compressed already. */
export function isCompressible(path: string): boolean {
  return contentType(path).endsWith('charset=utf-8');
}
