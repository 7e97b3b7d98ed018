import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageWords } from '#checks/readers/page-words.ts';
import type { PageWords } from '#search/page-records.ts';
import { urls } from '#site/urls.ts';
import type { IncrementalBuild } from './incremental.ts';

/**
 * The words of the theme's pages, for the search index. Only the finished pages have them, so call it when they are
 * written.
 */
export function ownPageWords({
  snapshot,
  previous,
  folder,
  reused,
}: Pick<IncrementalBuild, 'snapshot' | 'previous' | 'folder' | 'reused'>): PageWords[] {
  return snapshot.ownPages.map(({ locale, path, title }) => {
    const address = urls.page(locale, path);
    const file = `${address}index.html`;
    const html = readFileSync(
      reused.has(file) ? previous.pathOf(file) : join(folder, file),
      'utf8',
    );
    return { locale, address, title, summary: '', body: pageWords(html) };
  });
}
