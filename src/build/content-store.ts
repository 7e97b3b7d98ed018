import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';

/** The module from which Astro reads the entries of its content collections. The name is internal to Astro. */
const asked = 'astro:data-layer-content';

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

/** Our replacement for that module. */
const ours = fileURLToPath(new URL('../snapshot/data-store.ts', import.meta.url));

/**
 * Serves Astro's content collections from the snapshot in this process. Otherwise Astro would write all entries into a
 * file and bundle it. That takes 15 to 65 % of Astro's time and leaves a copy of every text on the disk, in a preview
 * also of held ones. Astro itself accepts a `Map` from this module: see `fromModule` in its `content/data-store.js`.
 *
 * If a later version of Astro no longer imports this module, `finish` throws and `tests/build/content-store.test.ts`
 * fails. There are two alternatives, both tested, and both give the same bytes:
 * - live collections (`src/live.config.ts`, a loader over the snapshot, `getLiveCollection` in pages), which are as
 * fast;
 * - a loader in `content.config.ts` that passes the facts and hashes of all entries to `store.set`, which takes 15 %
 * more of Astro's time.
 */
export function snapshotAsStore(): { readonly plugin: Plugin; finish(): void } {
  let wasAsked = false;
  return {
    plugin: {
      name: 'jarshy-content-store',
      resolveId: {
        // Must run before Astro's own plugin.
        order: 'pre',
        filter: { id: new RegExp(`^${asked}$`, 'u') },
        handler: () => ((wasAsked = true), ours),
      },
    },
    /**
     * Call it after a build of all pages.
     * @throws when Astro did not import the module: pages of a theme would find every collection empty
     */
    finish() {
      if (!wasAsked)
        throw new Error(
          `This version of Astro no longer asks for "${asked}". What to do is written in src/build/content-store.ts.`,
        );
    },
  };
}
