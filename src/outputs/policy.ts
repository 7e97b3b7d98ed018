import { createHash } from 'node:crypto';
import { earlySettings } from '#browser/early-settings.ts';

/** CSP Level 3, 2.3.1. */
const early = `'sha256-${createHash('sha256').update(earlySettings).digest('base64')}'`;

/**
 * What a page may load and run, as a Content-Security-Policy: everything from this site, nothing from elsewhere, no
 * script or style that is written into the page but the one script that it names by its hash. It stands in every page, for hosts that send no headers.
 * @param options.search the page may compile WebAssembly, as the engine of the search does
 */
export function pagePolicy({ search = false } = {}): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${early}${search ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
