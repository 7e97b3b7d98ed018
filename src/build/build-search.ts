import { join } from 'node:path';
import { searchRecords } from '#search/records.ts';
import { hashOf } from '#cache/hash.ts';
import { urls } from '#site/urls.ts';
import { startWorker } from '#worker.ts';
import { reuse, type IncrementalBuild } from './incremental.ts';
import type { SearchAnswer, SearchTask } from './search-task.ts';

/** The search of a site, being made while other work goes on. */
export interface SearchBuild {
  /** Waits until it lies in its place. @returns whether it was made, and not handed on
   * @throws when it cannot be made */
  finish(): Promise<boolean>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/**
 * Begins to make the search of the site, or hands on the one that was made of the same texts. Of a changed one, the texts that
 * have not changed are handed on, though they get another number.
 */
export function buildSearch(renewal: IncrementalBuild): SearchBuild {
  const { snapshot, ground, previous, folder, states, files } = renewal;
  const records = new Map(
    snapshot.model.site.locales.map((locale) => [locale, searchRecords(snapshot, locale)]),
  );
  const whole = hashOf([ground.pages, [...records]]);
  const before = previous.under(urls.searchIndex);
  if ([...before.values()].includes(whole)) {
    for (const [file, state] of before) {
      reuse(renewal, file);
      if (state) states.set(file, state);
    }
    return { finish: async () => false, stop: async () => {} };
  }
  const known = new Map([...before].flatMap(([file, state]) => (state ? [[state, file]] : [])));
  const thread = startWorker<SearchTask, SearchAnswer>(
    new URL('./search-worker.ts', import.meta.url),
  );
  const answer = thread.ask({
    records,
    folder: join(folder, urls.searchIndex),
    known: new Set(known.keys()),
  });
  return {
    async finish() {
      for (const [path, state] of await answer) {
        const file = `${urls.searchIndex}${path}`;
        states.set(file, state ?? whole);
        const kept = state && known.get(state);
        if (kept) reuse(renewal, kept, file);
        else files.written(file);
      }
      return true;
    },
    stop: () => thread.stop(),
  };
}
