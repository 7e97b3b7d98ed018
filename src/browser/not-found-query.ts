import { registryIds } from '#schema/registry-names.ts';

/**
 * The words of a URL that does not exist, to be searched for: without language, year and file extension.
 * `/kk/news/2026/zhana-park/index.html` → `zhana park`
 */
export function notFoundQuery(pathname: string): string {
  return decoded(pathname)
    .replace(/\.\w{2,5}$/u, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^\d+$/u.test(word) && !ofEveryAddress.has(word))
    .slice(-8)
    .join(' ');
}

const ofEveryAddress = new Set<string>([
  ...registryIds,
  ...['news', 'archive', 'kinds', 'search', 'index'],
]);

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return ''; // A URIError: the path is not valid percent-encoding.
  }
}
