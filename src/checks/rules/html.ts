import type { UnplacedFinding, Rule } from '#checks/rule.ts';

/**
 * Pages are well nested and no id stands on one twice: what browsers otherwise mend, each in its own way. The cheap part of HTML's rules;
 * Jarshy's own tests ask html-validate for the rest.
 */
export const html: Rule = {
  name: 'html',
  severity: 'error',
  find: ({ output }) =>
    output.pages.flatMap((page) => [
      ...[...new Set(page.repeatedIds)].map((id): UnplacedFinding => ({
        id: 'repeated-id',
        page,
        params: { page: page.path, value: id },
      })),
      ...[...new Set(page.unended)].map((name): UnplacedFinding => ({
        id: 'unended-element',
        page,
        params: { page: page.path, name },
      })),
    ]),
};
