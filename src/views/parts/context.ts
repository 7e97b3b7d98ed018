import type { Language } from '#snapshot/snapshot.ts';

/** The data from which the view of a page is made: one language of the snapshot. */
export type Context = Language;
