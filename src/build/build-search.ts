import { join } from 'node:path';
import { hashOf } from '#cache/hash.ts';
import type { PageWords } from '#search/page-records.ts';
import { siteRecords } from '#search/site-records.ts';
import { urls } from '#site/urls.ts';
import { startWorker } from '#worker.ts';
import { reuse, type IncrementalBuild } from './incremental.ts';
import type { SearchAnswer, SearchTask } from './search-task.ts';

/** A search index that is being built while other work goes on. */
export interface SearchBuild {
  /**
   * Waits until the index is in its folder.
   * @returns whether it was built; false when it was reused
   * @throws when it cannot be built
   */
  finish(): Promise<boolean>;
  /** Stops the work if it is still running. Always call it. */
  stop(): Promise<unknown>;
}

/**
 * Starts to build the search index, or reuses the previous one if it was built from the same records. If some texts
 * changed, the files of the unchanged texts are still reused, even though their numbers change.
 * @param own the words of the theme's pages
 */
export function buildSearch(build: IncrementalBuild, own: readonly PageWords[]): SearchBuild {
  const { snapshot, previous, folder, keys, output } = build;
  const records = new Map(
    snapshot.model.site.locales.map((locale) => [locale, siteRecords(snapshot, locale, own)]),
  );
  const whole = hashOf([...records]);
  const before = previous.under(urls.searchIndex);
  if ([...before.values()].includes(whole)) {
    for (const [file, key] of before) {
      reuse(build, file);
      if (key) keys.set(file, key);
    }
    return { finish: async () => false, stop: async () => {} };
  }
  const known = new Map([...before].flatMap(([file, key]) => (key ? [[key, file]] : [])));
  const worker = startWorker<SearchTask, SearchAnswer>(
    new URL('./search-worker.ts', import.meta.url),
  );
  const answer = worker.ask({
    records,
    folder: join(folder, urls.searchIndex),
    known: new Set(known.keys()),
  });
  return {
    async finish() {
      for (const [path, key] of await answer) {
        const file = `${urls.searchIndex}${path}`;
        keys.set(file, key ?? whole);
        const reusable = key && known.get(key);
        if (reusable) reuse(build, reusable, file);
        else output.prefetch(file);
      }
      return true;
    },
    stop: () => worker.stop(),
  };
}
