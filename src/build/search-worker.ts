// This worker builds the search index while Astro renders the pages, so that both use a core.
import { join } from 'node:path';
import { replaceFile } from '#cache/write-file.ts';
import { type SearchFile, makeSearchFiles } from '#search/search-files.ts';
import type { SearchAnswer, SearchTask } from './search-task.ts';
import { parentThread } from '#worker.ts';

/** How many files are compressed at a time: enough for all of libuv's threads. */
const atOnce = 16;

async function make({ records, folder, known }: SearchTask): Promise<SearchAnswer> {
  const place = async ({ path, state, bytes }: SearchFile): Promise<void> => {
    if (state && known.has(state)) return;
    replaceFile(join(folder, path), await bytes());
  };
  const files = await makeSearchFiles(records);
  for (let first = 0; first < files.length; first += atOnce)
    await Promise.all(files.slice(first, first + atOnce).map(place));
  return files.map(({ path, state }) => [path, state]);
}

parentThread().once(
  'message',
  (task: SearchTask) => void make(task).then((answer) => parentThread().postMessage(answer)),
);
