/**
 * What a page may load and run, as a Content-Security-Policy: everything from this site, nothing from elsewhere, no
 * script or style that is written into the page. It stands in every page, for hosts that send no headers.
 * @param options.search the page may compile WebAssembly, as the engine of the search does
 */
export function pagePolicy({ search = false } = {}): string {
  return [
    "default-src 'none'",
    search ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
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
