import { hash } from 'node:crypto';
import { memoize } from '#memo.ts';
import { earlySettings } from '#browser/early-settings.ts';

interface Wishes {
  /** The page may compile WebAssembly, as the engine of the search does. */
  readonly search?: boolean;
}

/**
 * What a page may load and run, as a Content-Security-Policy that stands in the page: everything from this site, nothing from
 * elsewhere, no script or style that is written into the page but the one of each that it names by its hash.
 * @param options.styles what the `<style>` of the page says
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
 * What servers send with every answer: the same, but for styles. Those change with each version and with the colours of the press
 * office, while a server may keep the rules it has read at its start; with the hash in its header, all pages would then stand
 * without any style. So the page alone says which are its own, and all else is said in the header, too, one by one.
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

/** CSP Level 3, 2.3.1. Every page asks for the same two. */
const hashOf = memoize((text: string) => `'sha256-${hash('sha256', text, 'base64')}'`);

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}
