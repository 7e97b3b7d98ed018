import type { Language } from '#snapshot/snapshot.ts';

/** What the view of a page is made from: one language of the snapshot. */
export type Context = Language;
