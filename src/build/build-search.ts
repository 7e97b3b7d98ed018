import { join } from 'node:path';
import { hashOf } from '#cache/hash.ts';
import { searchRecords } from '#search/records.ts';
import { urls } from '#site/urls.ts';
import { startWorker } from '#worker.ts';
import { reuse, type IncrementalBuild } from './incremental.ts';
import type { SearchAnswer, SearchTask } from './search-task.ts';

/** The search index of a site, being built while other work goes on. */
export interface SearchBuild {
  /** Waits until it lies in its place. @returns whether it was built, and not reused
   * @throws when it cannot be built */
  finish(): Promise<boolean>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/**
 * Begins to build the search index, or reuses the one that was built from the same records. Of a changed one, the files of texts
 * that have not changed are reused, though they get another number.
 */
export function buildSearch(build: IncrementalBuild): SearchBuild {
  const { snapshot, previous, folder, keys, output } = build;
  const records = new Map(
    snapshot.model.site.locales.map((locale) => [locale, searchRecords(snapshot, locale)]),
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
