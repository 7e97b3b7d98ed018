import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { give } from '../in-process.ts';

const root = join(import.meta.dirname, '../../..');
const work = mkdtempSync(join(tmpdir(), 'jarshy-example-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('the example is not published by accident', () => {
  cpSync(join(root, 'content'), join(work, 'copy'), { recursive: true });
  test.each([
    ['from this repository', root, []],
    ['as a copy under another name', work, ['--content', 'copy']],
  ])('%s', async (_, from, options) => {
    const to = join(work, 'published');
    const { status, said } = await give(from, 'publish', '--to', to, '--first', ...options);
    expect([status, existsSync(to)]).toEqual([1, false]);
    expect(said).toMatch(/example that comes with Jarshy.*--content.*--example/u);
  });
});
