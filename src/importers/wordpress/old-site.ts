import type { ImportNote } from '#importers/imported.ts';
import { type Item, metaOf, said } from './wxr.ts';

/** A file of the site's library. */
export interface Attachment {
  readonly url: string;
  readonly alt: string;
}

/** What the items of an export know of one another. */
export interface OldSite {
  addressOf(item: Item): string | undefined;
  attachment(id: string): Attachment | undefined;
  /** Whether a post shows the file of this number. */
  isUsed(id: string): boolean;
  /** The picture of this number, as HTML. */
  pictureById(id: string): string | undefined;
  /** Where the file of an address may lie beside the export: in its full size first. */
  filesOf(address: string): readonly string[];
  /**
   * Where a link is to lead: to the old address of another post, which leads on to the new one; to a document beside the
   * text; else, to the old site, which is noted.
   */
  linkOf(
    address: string,
    take: (name: string) => string | undefined,
    notes: ImportNote[],
  ): string | undefined;
}

export function createOldSite(items: readonly Item[]): OldSite {
  const attachments = new Map(
    items
      .filter((item) => said(item['wp:post_type']) === 'attachment')
      .map((item): [string, Attachment] => [
        said(item['wp:post_id']),
        { url: said(item['wp:attachment_url']), alt: metaOf(item, '_wp_attachment_image_alt') },
      ]),
  );
  const posts = items.filter((item) => (said(item['wp:post_type']) || 'post') === 'post');
  const texts = posts.map((item) => said(item['content:encoded'])).join('\n');
  const featured = new Set(posts.map((item) => metaOf(item, '_thumbnail_id')));
  const inGalleries = new Set(
    [...texts.matchAll(/\b(?:ids|include|image|id)\s*=\s*["'](?<ids>[\d,\s]+)["']/gu)].flatMap(
      ({ groups }) => (groups?.ids ?? '').split(/[\s,]+/u),
    ),
  );
  const shown = new Set(
    [...texts.matchAll(/uploads\/[^\s"'<>)]+/gu)].map(([path]) => fullSize(decodedPath(path))),
  );
  const hosts = new Set(
    items.flatMap((item) => {
      const address = addressOf(item);
      return address ? [new URL(address).host] : [];
    }),
  );
  const byPath = new Map<string, string>();
  for (const item of posts) {
    const address = addressOf(item);
    if (!address || new URL(address).search) continue;
    const { pathname } = new URL(address);
    byPath.set(slashed(decodedPath(pathname)), pathname);
    byPath.set(`?p=${said(item['wp:post_id'])}`, pathname);
  }
  return {
    addressOf,
    attachment: (id) => {
      const found = id ? attachments.get(id) : undefined;
      return found?.url ? found : undefined;
    },
    isUsed: (id) => {
      const path = /uploads\/.*$/u.exec(attachments.get(id)?.url ?? '')?.[0];
      return (
        (id !== '' && (featured.has(id) || inGalleries.has(id))) ||
        (path !== undefined && shown.has(fullSize(decodedPath(path))))
      );
    },
    pictureById: (id) => {
      const found = attachments.get(id);
      return found && `<p><img src="${escaped(found.url)}" alt="${escaped(found.alt)}"></p>`;
    },
    filesOf,
    linkOf(address, take, notes) {
      if (!URL.canParse(address)) return undefined;
      const url = new URL(address);
      if (!hosts.has(url.host)) return undefined;
      const post =
        byPath.get(url.search) ??
        (url.search ? undefined : byPath.get(slashed(decodedPath(url.pathname))));
      if (post !== undefined) return decodedPath(post) + url.hash;
      for (const name of filesOf(address)) {
        const taken = take(name);
        if (taken !== undefined) return `./${taken}`;
      }
      // Old sites linked each picture to itself.
      const isPicture = /\.(?:jpe?g|png|gif|webp)$/iu.test(url.pathname);
      const isSaid = notes.some(
        ({ id, params }) => id === 'old-link' && params.address === address,
      );
      if (!isPicture && !isSaid) notes.push({ id: 'old-link', params: { address } });
      return undefined;
    },
  };
}

function addressOf(item: Item): string | undefined {
  const link = said(item.link);
  return /^https?:\/\//iu.test(link) && URL.canParse(link) ? link : undefined;
}

function filesOf(address: string): string[] {
  const path = /(?:^|\/)(?:wp-content\/)?uploads\/(?<path>[^?#]+)/iu.exec(address)?.groups?.path;
  if (path === undefined) return [];
  const names = [...new Set([fullSize(path), path])];
  return names.flatMap((name) => [`wp-content/uploads/${name}`, `uploads/${name}`]);
}

/** WordPress makes smaller copies of each picture: `a-300x200.jpg` of `a.jpg`. */
function fullSize(path: string): string {
  return path.replace(/-(?:\d+x\d+|scaled)(?=\.[a-z]+$)/iu, '');
}

function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // A URIError: a percent sign that is none.
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
