import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { programFolder } from '#cache/program.ts';

/** The module that Astro asks for the contents of its collections. The name is internal to Astro. */
const asked = 'astro:data-layer-content';

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

/** What answers in its place. */
const ours = join(programFolder, 'src/snapshot/data-store.ts');

/**
 * Lets Astro's content collections be answered from the snapshot in this process. Astro would write all contents into a file and
 * bundle that (15 to 65 % of the time of its stage, and a copy of every text on the disk; held ones too, in a preview).
 * Astro itself takes a `Map` from this module: see `fromModule` in its `content/data-store.js`.
 *
 * Should a version of Astro no longer ask for it, `finish` throws and `tests/build/content-store.test.ts` fails. Then there are
 * two ways out, both tried and with the same bytes: live collections (`src/live.config.ts`, a loader over the snapshot,
 * `getLiveCollection` in pages), as fast as this; or a loader in `content.config.ts` that sets facts and digests of all entries
 * with `store.set`, which takes 15 % more of Astro's stage.
 */
export function snapshotAsStore(): { readonly plugin: Plugin; finish(): void } {
  let wasAsked = false;
  return {
    plugin: {
      name: 'jarshy-content-store',
      resolveId: {
        // Before Astro's own plugin answers.
        order: 'pre',
        filter: { id: new RegExp(`^${asked}$`, 'u') },
        handler: () => ((wasAsked = true), ours),
      },
    },
    /** To be called after a build of all pages.
     * @throws when Astro did not ask: own pages would find every collection empty */
    finish() {
      if (!wasAsked)
        throw new Error(
          `This version of Astro no longer asks for "${asked}". What to do is written in src/build/content-store.ts.`,
        );
    },
  };
}
