import type { Locale } from '#lang/locale.ts';
import { pageFile } from '#schema/page.ts';
import { entries, fileNames, type Reader, reportUnknown } from './files.ts';
import type { WrittenPageText, WrittenPage } from './model.ts';
import { checkSlug, readLanguages } from './read-announcements.ts';
import { reservedSlugs } from './urls.ts';

/** Reads the standing pages, sorted by name. */
export function readPages(reader: Reader, locales: readonly Locale[]): WrittenPage[] {
  return entries(reader, 'pages').flatMap(({ name: slug, isFolder }) => {
    const folder = `pages/${slug}`;
    if (!isFolder) {
      reportUnknown(reader, folder);
      return [];
    }
    checkSlug(reader, folder, slug);
    if (reservedSlugs.has(slug))
      reader.problems.push({ id: 'reserved-address', file: folder, params: { address: slug } });
    const { files } = readLanguages(reader, folder, fileNames(reader, folder), locales, pageFile);
    const texts = [...files].map(([locale, { value, source }]): [Locale, WrittenPageText] => [
      locale,
      { locale, ...value, source },
    ]);
    return [{ slug, texts: Object.fromEntries(texts) }];
  });
}
