import type { Found, Page } from './page.ts';

/** Every address that a page links to, loads or names in metadata, as written. */
export function addressesOn(page: Page): string[] {
  return page.all('*').flatMap(addressesOf);
}

function addressesOf({ name, attributes }: Found): string[] {
  const { href, src, poster, action, dataIndex, srcSet, content, httpEquiv, property } = attributes;
  return [
    ...[href, src, poster, action, dataIndex].filter((value) => value !== undefined).map(String),
    // A `srcset`: `/_images/a-480.webp 480w, …`
    ...(srcSet === undefined
      ? []
      : String(srcSet)
          .split(', ')
          .map((candidate) => candidate.split(' ')[0]!)),
    ...(name === 'meta' && httpEquiv && /^0; url=/u.test(String(content))
      ? [String(content).slice('0; url='.length)]
      : []),
    ...(name === 'meta' && /^og:(?:url|image)$/u.test(String(property)) ? [String(content)] : []),
  ];
}

/**
 * Whether an address does not name a file of the site: a fragment of the same page, another origin, or a protocol for
 * another program.
 */
export function isElsewhere(address: string, origin: string): boolean {
  return (
    address.startsWith('#') ||
    /^(?:mailto|tel|data):/u.test(address) ||
    (/^https?:/u.test(address) && new URL(address).origin !== origin)
  );
}

/** The file that a web server sends for an address of the site, as a path from the site's root. */
export function fileFor(address: string, site: string): string {
  const { pathname } = new URL(address, site);
  const base = new URL(site).pathname;
  if (!pathname.startsWith(base)) return `outside ${base}: ${pathname}`;
  const path = decodeURIComponent(pathname.slice(base.length - 1));
  return path.endsWith('/') ? `${path}index.html` : path;
}
