import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a place, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** A small finished site: a page with a script, a feed, an attachment, a text that lies there compressed too. */
export const firstSite: Files = {
  '_astro/site.aaaa.css': 'a {}',
  '_images/photo-1200-bbbb.webp': 'picture',
  '_state/ledger.json': '{"format":1}',
  'index.html': 'languages',
  'kk/index.html': 'home, first',
  'kk/index.html.br': 'pressed',
  'kk/index.html.gz': 'pressed',
  'kk/rss.xml': '<rss/>',
  'kk/news/2026/road/index.html': 'road',
  'kk/news/2026/road/жол жоспары.pdf': 'plan',
};

const {
  'kk/news/2026/road/index.html': road,
  'kk/news/2026/road/жол жоспары.pdf': plan,
  '_astro/site.aaaa.css': style,
  ...rest
} = firstSite;

/** The site after it: another style, another home page of the same length, the road gone. */
export const secondSite: Files = {
  ...rest,
  '_astro/site.cccc.css': `${style!} `,
  'kk/index.html': 'home, again',
  'kk/news/2026/bridge/index.html': `bridge${road!}${plan!}`,
};

/** Makes places on the disk that are gone after the tests. */
export function makePlaces() {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-send-'));
  let count = 0;
  return {
    /** A new folder with these files. */
    place(files: Files = {}): string {
      const place = join(folder, String(++count));
      mkdirSync(place);
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(place, name)), { recursive: true });
        writeFileSync(join(place, name), text);
      }
      return place;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
