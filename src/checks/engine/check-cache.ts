import { hashOf } from '#cache/hash.ts';
import type { SourceText } from '#site/sources.ts';
import type { FeedDocument } from '#checks/readers/feed-document.ts';
import type { Page } from '#checks/readers/read-page.ts';

/** What an earlier check has seen of a site, so that the next one need not look at it again: plain, to be kept as JSON. */
export interface CheckCache {
  /** By the path from the site's root. */
  readonly files: ReadonlyMap<string, CachedFile>;
  /** Texts of the content in which nothing was found, by `keyOfText`. */
  readonly texts: ReadonlySet<string>;
}

export interface CachedFile {
  /** As `stampOf` says: a file with another is another. */
  readonly stamp: string;
  /** What the inspectors that found nothing in it stood on; absent when they found something. */
  readonly clean?: string | undefined;
  /** What rules know of it, where it is a page or a feed. */
  readonly page?: Page | undefined;
  readonly feed?: FeedDocument | string | undefined;
}

export const emptyCheckCache: CheckCache = { files: new Map(), texts: new Set() };

/** A text together with what the inspectors of texts stand on, in a word. */
export function textKey(basis: string, { file, folder, standing, written }: SourceText): string {
  return hashOf([basis, file, folder, standing, written]);
}
