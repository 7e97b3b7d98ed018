import { expect, test } from 'vitest';
import { hostLimits } from '#checks/rules/host-limits.ts';
import type { Checked } from '#checks/rule.ts';
import type { Edition } from '#snapshot/snapshot.ts';
import { noSources } from '#site/sources.ts';
import { manyMoved } from '../../outputs/server/rules.ts';
import { outputOf } from '../site.ts';

function faults(count: number) {
  const site = { origin: 'https://example.org', base: '/press/' };
  const edition = { model: { site, moved: manyMoved(count), removed: [] } } as unknown as Edition;
  const checked: Checked = {
    edition,
    output: outputOf({}),
    sources: noSources,
    attachments: new Map(),
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
