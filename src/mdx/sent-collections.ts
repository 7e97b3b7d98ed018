import type { SentEntry } from './mdx-task.ts';

/**
 * Replaces Astro's store of content collections in the worker: entries that were sent to it. Notes which ones are asked.
 * In a build, `build/content-store.ts` does the same with the snapshot itself.
 */
export class SentCollections extends Map<string, ReadonlyMap<string, SentEntry>> {
  readonly asked = new Set<string>();

  override get(name: string) {
    this.asked.add(name);
    return super.get(name);
  }
}

export default new SentCollections();
