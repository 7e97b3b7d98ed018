import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '#checks/engine/all-rules.ts';
import { problemPlaceholders } from '#schema/problem.ts';

// What is wrong with a picture is told by `UnreadablePicture`, whose reasons the tests of `images/` provoke.
const ids = [
  ...Object.keys(problemPlaceholders).filter((id) => !id.startsWith('picture-')),
  ...rules.flatMap(({ sentences }) => Object.keys(sentences)),
];

test('every problem and every finding is provoked by a test', () => {
  const root = join(import.meta.dirname, '..');
  const tests = globSync('**/*.test.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  expect(ids.filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
});
