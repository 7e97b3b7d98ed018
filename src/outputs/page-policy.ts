import { hash } from 'node:crypto';
import { memoize } from '#memo.ts';
import { earlySettings } from '#browser/early-settings.ts';

interface Wishes {
  /** The page may compile WebAssembly, which the search engine needs. */
  readonly search?: boolean;
}

/**
 * The Content-Security-Policy that is written into a page. It allows everything from this site and nothing from
 * other origins. It allows one inline script and one inline style, each by its hash.
 * @param options.search whether the page may compile WebAssembly
 * @param options.styles the content of the page's `<style>`
 */
export function pagePolicy({
  search = false,
  styles,
}: Wishes & { readonly styles: string }): string {
  return written({
    'default-src': ["'none'"],
    ...sources(search),
    'style-src': ["'self'", hashOf(styles)],
  });
}

/**
 * The Content-Security-Policy that servers send with every response. It is the same as that of the page, except for
 * styles. The styles change with each version and with the press office's colours, but a server may keep using the
 * rules it read at startup. With an outdated style hash in the header, all pages would lose their styles. So only
 * the page names the hash of its styles; the header lists every other directive one by one.
 */
export function headerPolicy({ search = false }: Wishes = {}): string {
  return written({
    ...sources(search),
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

function sources(search: boolean): Record<string, readonly string[]> {
  return {
    'script-src': ["'self'", hashOf(earlySettings), ...(search ? ["'wasm-unsafe-eval'"] : [])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'media-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
  };
}

/** The hash of an inline script or style (CSP Level 3, 2.3.1). Memoized because every page asks for the same two. */
const hashOf = memoize((text: string) => `'sha256-${hash('sha256', text, 'base64')}'`);

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}
