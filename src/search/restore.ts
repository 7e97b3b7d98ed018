import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trueText } from './key-page.ts';
import { pack, packFragment, readFragment, renamePages, unpack } from './pagefind-files.ts';
import type { SearchRecord } from './records.ts';

/** What `pagefind-entry.json` says of an index. */
interface Entry {
  readonly languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/**
 * Puts the true texts into an index that was built of keys, and makes what Pagefind tells of a page say which
 * record it is: the page named `5f2a/12` is number 12 of the records of index 5f2a. All that belongs to
 * an index lies under its own name, so that an old page open in a browser never shows texts by the numbers of a new one.
 * @param folder as `buildIndex` has written it
 * @returns the name of the index
 */
export async function restoreTexts(folder: string, records: readonly SearchRecord[]): Promise<string> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as Entry;
  const { hash } = Object.values(entry.languages)[0]!;
  const name = hash.replace(/^unknown_/u, '').slice(0, 8);
  const fragments = join(folder, 'fragment');
  mkdirSync(join(fragments, name), { recursive: true });

  const numbers = new Map<string, string>();
  const files = readdirSync(fragments).filter((file) => file.endsWith('.pf_fragment'));
  await Promise.all(
    files.map(async (file) => {
      const fragment = readFragment(readFileSync(join(fragments, file)));
      const number = fragment.url;
      numbers.set(file.replace('.pf_fragment', ''), number);
      rmSync(join(fragments, file));
      const record = records[Number(number)];
      if (!record) return;
      const { url, title, shown } = record;
      const restored = await packFragment({ ...fragment, url, content: trueText(record), meta: { title, ...shown } });
      writeFileSync(join(fragments, name, `${number}.pf_fragment`), restored);
    }),
  );

  const meta = join(folder, `pagefind.${hash}.pf_meta`);
  writeFileSync(meta, await pack(renamePages(unpack(readFileSync(meta)), (page) => `${name}/${numbers.get(page)!}`)));
  return name;
}
