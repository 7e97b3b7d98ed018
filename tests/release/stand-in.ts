// A publisher whose site takes no time to build: `node stand-in.ts <target> <version> [<number of pages>]`. All else is
// the real thing: lock, folders, state, swap and clearing away. Prints the id of the release.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '#cache/list-files.ts';
import type { Ledger } from '#history/ledger.ts';
import { addToLedger } from '#history/ledger.ts';
import { releaseSite } from '#release/release-site.ts';
import type { Release } from '#release/releases.ts';
import { readState } from '#release/state-files.ts';

/** Makes a release each of whose pages says its version; its ledger has an address for each version there ever was. */
export function releaseVersion(
  to: string,
  version: number,
  pages: number,
  {
    removed = [],
    keep = 3,
    made,
  }: {
    removed?: readonly number[];
    keep?: number;
    /** Called when the pages are there. */
    made?: (release: Release) => void;
  } = {},
) {
  const moment = new Date(Date.UTC(2026, 0, 1, 0, 0, version));
  return releaseSite({
    to,
    keep,
    moment,
    async make(release, { current }) {
      const { publicFolder } = release;
      for (let page = 0; page < pages; page++) {
        mkdirSync(join(publicFolder, `ru/${page}`), { recursive: true });
        writeFileSync(
          join(publicFolder, `ru/${page}/index.html`),
          `<h1>${version}</h1>${'.'.repeat(2000)}`,
        );
        // As a real build does, which pauses now and then.
        if (page % 10 === 0) await new Promise((later) => setTimeout(later, 1));
      }
      const now: Ledger = new Map([
        [`/ru/news/2026/v${version}/`, 'announcement'],
        ...removed.map((each) => [`/ru/news/2026/v${each}/`, 'removed'] as const),
      ]);
      const state = {
        ledger: addToLedger(current ? readState(current).ledger : new Map(), now),
        schedule: { format: 1, built: moment.toISOString(), moments: [] } as const,
      };
      const files = new Map(
        listFiles(publicFolder).map((file) => [
          `/${file}`,
          { size: statSync(join(publicFolder, file)).size },
        ]),
      );
      made?.(release);
      return { state, result: version, files };
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [to = '', version = '', pages = '40'] = process.argv.slice(2);
  const { release } = await releaseVersion(to, Number(version), Number(pages));
  console.log(release.id);
}
