import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOf } from '#edition/digest.ts';
import { searchRecords } from '#search/records.ts';
import { type SearchFile, searchFiles } from '#search/search-files.ts';
import { urls } from '#site/urls.ts';
import { keep, type Renewal } from './renewal.ts';

/** Files being packed at a time: enough for all of libuv's threads. */
const atOnce = 16;

/**
 * Makes the search of the site, or hands on the one that was made of the same texts. Of a changed one, the texts that
 * have not changed are handed on, though they get another number.
 * @returns whether it was made
 */
export async function renewSearch(renewal: Renewal): Promise<boolean> {
  const { edition, ground, previous, states } = renewal;
  const records = new Map(edition.model.site.locales.map((locale) => [locale, searchRecords(edition, locale)]));
  const whole = digestOf([ground.pages, [...records]]);
  const before = previous.under(urls.searchIndex);
  if ([...before.values()].includes(whole)) {
    for (const [file, state] of before) {
      keep(renewal, file);
      if (state) states.set(file, state);
    }
    return false;
  }
  const files = await searchFiles(records);
  for (let first = 0; first < files.length; first += atOnce) await Promise.all(files.slice(first, first + atOnce).map((file) => place(renewal, whole, file)));
  return true;
}

async function place(renewal: Renewal, whole: string, { path, state, bytes }: SearchFile): Promise<void> {
  const { previous, folder, states } = renewal;
  const file = `${urls.searchIndex}${path}`;
  states.set(file, state ?? whole);
  const kept = state && previous.fileMadeOf(state);
  if (kept) return keep(renewal, kept, file);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), await bytes());
}
