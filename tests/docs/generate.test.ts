import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocks } from '../../docs/generator/blocks.ts';
import { blocksOf, fillBlocks } from '../../docs/generator/fill-blocks.ts';

const folder = join(import.meta.dirname, '../../docs/reference');
const pages = globSync('*.md', { cwd: folder })
  .sort()
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

describe('docs/reference/', () => {
  test.each(pages)('%s is as `npm run docs:reference` writes it', (_name, text) =>
    expect(fillBlocks(text, blocks)).toBe(text),
  );
  test('every generated part stands on one page', () =>
    expect(pages.flatMap(([, text]) => blocksOf(text)).sort()).toEqual(Object.keys(blocks).sort()));
});
