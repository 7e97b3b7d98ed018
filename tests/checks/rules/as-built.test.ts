import { expect, test } from 'vitest';
import { asBuilt } from '#checks/rules/as-built.ts';
import type { FinishedRuleContext } from '#checks/rule.ts';

const found = (changed?: readonly string[]) =>
  asBuilt.find?.({ changed } as unknown as FinishedRuleContext);

test('a file that is not as it was built is named; without a record of the build nothing is known', () => {
  expect(found(['/kk/index.html'])).toEqual([
    { id: 'file-changed', params: { path: '/kk/index.html' }, file: '/kk/index.html' },
  ]);
  expect([found([]), found()]).toEqual([[], []]);
});
