import type { CollectionName } from '#schema/collections.ts';
import { useContext } from './build-context.ts';
import { collectionNames, collectionOf, type CollectionEntry } from './collections.ts';

type Collection = ReadonlyMap<string, CollectionEntry<CollectionName>>;

/**
 * The store of Astro's content collections. It keeps nothing: each question is answered from the snapshot that is shown now.
 * Astro asks it in place of the file of all contents that it would otherwise write and bundle; see `build/content-store.ts`.
 */
class SnapshotStore extends Map<string, Collection> {
  override get(name: string): Collection | undefined {
    return this.has(name) ? collectionOf(useContext().snapshot, name as CollectionName) : undefined;
  }

  override has(name: string): boolean {
    return (collectionNames as string[]).includes(name);
  }
}

export default new SnapshotStore();
