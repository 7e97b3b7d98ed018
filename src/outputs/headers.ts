import { attachmentTypes, endingOf, mediaTypes } from '#schema/attachment.ts';
import { feedTypes } from '#site/urls.ts';

/** Sent with every answer. The site loads nothing from elsewhere and runs no inline script. */
export const securityHeaders = {
  'Content-Security-Policy': policy("script-src 'self'"),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** The security headers of a path below the base. The search page alone may compile the WebAssembly of its engine. */
export function securityHeadersOf(path: string): Record<keyof typeof securityHeaders, string> {
  if (!isSearchPage(path)) return securityHeaders;
  return { ...securityHeaders, 'Content-Security-Policy': policy("script-src 'self' 'wasm-unsafe-eval'") };
}

/** The pages `/<locale>/search/`. */
function isSearchPage(path: string): boolean {
  return /^\/[^/]+\/search\/(?:index\.html)?$/u.test(path);
}

function policy(scripts: string): string {
  return [
    "default-src 'none'",
    scripts,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const types: Readonly<Record<string, string>> = {
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
  const type = path.endsWith('/feed.json') ? feedTypes.json : (types[endingOf(path)] ?? 'application/octet-stream');
  return /^text\/|[/+](?:json|xml)$/u.test(type) ? `${type}; charset=utf-8` : type;
}

/** Whom browsers let read a path from scripts of other sites: feeds and data are for everybody. Undefined: nobody. */
export function allowedOrigin(path: string): '*' | undefined {
  return /^\/api\/|\.(?:xml|ics)$|\/feed\.json$/u.test(path) ? '*' : undefined;
}

/** The `Cache-Control` of a path below the base. Files whose names change with their content may be kept for a year; the rest is asked about each time. */
export function cacheControl(path: string): string {
  return /^\/_(?:astro|images)\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
