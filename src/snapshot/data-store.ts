import type { CollectionName } from '#schema/collections.ts';
import { useContext } from './build-context.ts';
import { collectionNames, collectionOf, type CollectionEntry } from './collections.ts';

type Collection = ReadonlyMap<string, CollectionEntry<CollectionName>>;

/**
 * Replaces the data store of Astro's content collections. It stores nothing: it answers every call from the current
 * snapshot. Astro would otherwise write all contents to a file and bundle it; see `build/content-store.ts`.
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
