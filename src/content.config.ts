import { defineCollection } from 'astro/content/config';
import { collectionSchemas as schemas } from './schema/collections.ts';

// Astro reads the content collections from here, and `astro sync`, `astro check` and editors their types. The entries come from
// the snapshot of a running command (build/content-store.ts), so the loader has nothing to load.
// Do not import `astro:content` here: that starts Astro's runtime once more for each build, which takes half a second.
const loader = { name: 'jarshy', load: async () => {} };

export const collections = {
  announcements: defineCollection({ loader, schema: schemas.announcements }),
  pages: defineCollection({ loader, schema: schemas.pages }),
  topics: defineCollection({ loader, schema: schemas.topics }),
  divisions: defineCollection({ loader, schema: schemas.divisions }),
  people: defineCollection({ loader, schema: schemas.people }),
  site: defineCollection({ loader, schema: schemas.site }),
};
