import type { PlaceholderTable } from '#lang/placeholders.ts';
import { passedLimits } from '#outputs/server/hosts.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'too-many-redirects': ['host', 'limit', 'count'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** The number of redirects stays within the limits of static hosts. */
export const hostLimits: Rule<Found> = {
  name: 'host-limits',
  severity: 'warning',
  sentences,
  find: ({ snapshot }) =>
    passedLimits(serverRules(snapshot)).map((params) => ({
      id: 'too-many-redirects',
      file: 'permalinks.yaml',
      params: { ...params },
    })),
};
