import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'repeated-id': ['page', 'value'],
  'unended-element': ['page', 'name'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Pages are properly nested and contain no id twice. Browsers repair such faults, each in its own way. This is the
 * cheap part of HTML's rules. Jarshy's own tests run html-validate for the rest.
 */
export const html: Rule<Found> = {
  name: 'html',
  severity: 'error',
  sentences,
  find: ({ output }) =>
    output.pages.flatMap((page) => [
      ...[...new Set(page.repeatedIds)].map((id): Found => ({
        id: 'repeated-id',
        page,
        params: { page: page.path, value: id },
      })),
      ...[...new Set(page.unended)].map((name): Found => ({
        id: 'unended-element',
        page,
        params: { page: page.path, name },
      })),
    ]),
};
