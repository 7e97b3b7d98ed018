import { expect, test } from 'vitest';
import { hostLimits } from '#checks/rules/host-limits.ts';
import type { FinishedRuleContext } from '#checks/rule.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { noSources } from '#site/sources.ts';
import { manyMoved } from '../../outputs/server/rules.ts';
import { outputOf } from '../site.ts';

function faults(count: number) {
  const site = { origin: 'https://example.org', base: '/press/' };
  const snapshot = { model: { site, moved: manyMoved(count), removed: [] } } as unknown as Snapshot;
  const checked: FinishedRuleContext = {
    snapshot,
    output: outputOf({}),
    sources: noSources,
    attachments: new Map(),
    unread: new Map(),
  };
  return hostLimits.find!(checked);
}

test('a thousand redirects are as many as every host reads', () =>
  expect(faults(1000)).toEqual([]));

test('one more is told, with the host that leaves it out', () => {
  expect(faults(1001)).toEqual([
    {
      id: 'too-many-redirects',
      file: 'permalinks.yaml',
      params: { host: 'GitLab Pages', limit: 1000, count: 1001 },
    },
  ]);
});
