/**
 * For the 404 page: finds the notice of an address whose announcement was removed. The page lists the beginnings of the
 * hashes of all removed addresses of a language, and not the addresses, because a name may stand in them. Servers that
 * know the addresses answer with the notice themselves.
 * @param pathname of the missing URL
 * @param home the path of the home page of the language: `/press/kk/`
 * @param beginnings of the hashes, separated by spaces
 * @returns the path of the notice; undefined if nothing was removed there
 */
export async function removedNotice(
  pathname: string,
  home: string,
  beginnings: string,
): Promise<string | undefined> {
  // Browsers offer `crypto.subtle` only over HTTPS.
  const { subtle } = crypto as Partial<Crypto>;
  if (!beginnings || !subtle) return undefined;
  const known = new Set(beginnings.split(' '));
  const base = home.replace(/[^/]+\/$/u, '');
  for (const address of addressesOf(pathname, base)) {
    const hash = await sha256(address, subtle);
    if (known.has(hash.slice(0, [...known][0]!.length))) return `${home}news/removed/${hash}/`;
  }
  return undefined;
}

/** The address itself and the folder that contains it, because the files beside a page are removed with it. */
function addressesOf(pathname: string, base: string): string[] {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return []; // A URIError: the path is not valid percent-encoding.
  }
  if (!path.startsWith(base)) return [];
  const address = path.slice(base.length - 1).replace(/\/index\.html$/u, '/');
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  return address.endsWith('/') ? [address] : [address, `${address}/`, folder];
}

/** In hexadecimal, like `addressHash` of `site/removed-address.ts`. */
async function sha256(text: string, subtle: SubtleCrypto): Promise<string> {
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
