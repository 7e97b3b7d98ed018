import { link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { placeAt, writeWhole } from '#images/whole-files.ts';
import { tempDir } from './test-pictures.ts';

vi.mock('node:fs/promises', { spy: true });

test('writing replaces a file, and leaves nothing else behind, even when it fails', async () => {
  const dir = await tempDir();
  await writeWhole(join(dir, 'picture'), Buffer.from('one'));
  await writeWhole(join(dir, 'picture'), Buffer.from('other'));
  await mkdir(join(dir, 'folder', 'full'), { recursive: true });
  await expect(writeWhole(join(dir, 'folder'), Buffer.from('three'))).rejects.toThrow();
  expect((await readdir(dir)).sort()).toEqual(['folder', 'picture']);
  expect(await readFile(join(dir, 'picture'), 'utf8')).toBe('other');
});

test.each([
  ['a link', 2],
  ['a copy where the disk knows no links', 1],
])('the second place holds %s, instead of what was there', async (_, links) => {
  const dir = await tempDir();
  await writeFile(join(dir, 'cached'), 'new');
  await writeFile(join(dir, 'out'), 'old');
  if (links === 1)
    vi.mocked(link).mockRejectedValueOnce(Object.assign(new Error('no links'), { code: 'EPERM' }));
  await placeAt(join(dir, 'out'), join(dir, 'cached'));
  expect(await readFile(join(dir, 'out'), 'utf8')).toBe('new');
  expect((await stat(join(dir, 'out'))).nlink).toBe(links);
});
