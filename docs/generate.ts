// `npm run docs:reference`: writes the generated parts of docs/reference/ again. tests/docs/ fails when they are out of date.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocks } from './generator/blocks.ts';
import { fillBlocks } from './generator/fill-blocks.ts';

const folder = join(import.meta.dirname, 'reference');
for (const name of globSync('*.md', { cwd: folder }).sort()) {
  const file = join(folder, name);
  writeFileSync(file, fillBlocks(readFileSync(file, 'utf8'), blocks));
}
