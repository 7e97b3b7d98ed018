import type { Edition } from '#edition/edition.ts';

/** The file by which search engines know that who names a changed address of the site may do so (indexnow.org); none where no key is set. */
export function indexNowPaths({ model: { site }, preview }: Edition) {
  const key = preview ? undefined : site.indexNowKey;
  return key ? [{ params: { indexNowKey: key }, props: { key } }] : [];
}
