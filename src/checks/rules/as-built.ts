import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = { 'file-changed': ['path'] } as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Every file of a site is as it was built. A page that somebody has changed, or that a disk has damaged, can look
 * untouched: its size and time may be the same.
 */
export const asBuilt: Rule<Found> = {
  name: 'as-built',
  severity: 'error',
  sentences,
  find: ({ changed = [] }) =>
    changed.map((path): Found => ({ id: 'file-changed', params: { path }, file: path })),
};
