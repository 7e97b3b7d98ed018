import { hash } from 'node:crypto';
import type { Locale } from '#lang/locale.ts';
import type { AnnouncementId } from './model.ts';
import { urls } from './urls.ts';

// The address of a removed announcement may contain a name. So nothing public says it: the notice of the removal is
// published at an address that contains only a hash of the old one. Whoever knows the old address can compute it.

/**
 * The hash of an address that an announcement had.
 * @param address a path from the site's root, encoded or not
 * @returns the SHA-256 of the decoded path, in hexadecimal; `browser/removed-notice.ts` computes the same
 */
export function addressHash(address: string): string {
  return hash('sha256', decodedPath(address));
}

/** Decodes an address, because people write addresses both encoded and decoded. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A URIError: the percent sign is part of the name.
  }
}

/** The hash by which the log names a text that was removed: that of the address of its page. */
export function textHash(text: string): string {
  const at = text.lastIndexOf('/');
  return addressHash(urls.announcement(text.slice(at + 1), text.slice(0, at) as AnnouncementId));
}

/**
 * The address of the notice that stands for a removed address.
 * @param address any address of the announcement in the language, also an alias
 */
export function noticeAddress(locale: Locale, address: string): string {
  return urls.removed(locale, addressHash(address));
}

/** Reads the language and the hash from the address of a notice. Undefined for every other address. */
export function readNoticeAddress(address: string): { locale: Locale; hash: string } | undefined {
  const [, locale, found] = /^\/([^/]+)\/news\/removed\/([0-9a-f]{64})\/$/u.exec(address) ?? [];
  return locale === undefined || found === undefined ? undefined : { locale, hash: found };
}

/** The id of the announcement whose page is at a path. Undefined for every other path. */
export function idAt(path: string): AnnouncementId | undefined {
  return /^\/[^/]+\/news\/(?<id>\d{4}\/[a-z0-9-]+)\/?$/u.exec(path)?.groups?.id as
    AnnouncementId | undefined;
}
