import { passedLimits } from '#outputs/server/hosts.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import type { Rule } from '#checks/rule.ts';

/** There are no more redirects than static hosts read. */
export const hostLimits: Rule = {
  name: 'host-limits',
  severity: 'warning',
  find: ({ snapshot }) =>
    passedLimits(serverRules(snapshot)).map((params) => ({
      id: 'too-many-redirects',
      file: 'permalinks.yaml',
      params: { ...params },
    })),
};
