import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createFileLinker, type FileLinker } from '#build/link-files.ts';

let folder: string;
let linking: FileLinker;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-linking-'));
  linking = createFileLinker();
  onTestFinished(async () => {
    await linking.stop();
    rmSync(folder, { recursive: true });
  });
});

const inode = (name: string) => statSync(join(folder, name)).ino;
const write = (name: string, text = name) => (
  writeFileSync(join(folder, name), text),
  join(folder, name)
);

test('it is the same file under both names, in folders that need not be there', async () => {
  const names = Array.from({ length: 450 }, (_, index) => `${index}.html`);
  for (const name of names) linking.link(write(name), join(folder, 'new', name.slice(0, 1), name));
  await linking.done();
  for (const name of names) expect(inode(`new/${name.slice(0, 1)}/${name}`)).toBe(inode(name));
});

test('what lies there already stays', async () => {
  linking.link(write('old'), write('there', 'new'));
  await linking.done();
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('new');
});

test('a file that is not there is an error of the file system, and so is each that follows', async () => {
  linking.link(join(folder, 'nowhere'), join(folder, 'a'));
  await expect(linking.done()).rejects.toThrow(/ENOENT.*nowhere/u);
  await expect(linking.done()).rejects.toThrow(/ENOENT/u);
});

test('after one part of the work comes another', async () => {
  linking.link(write('a'), join(folder, 'b'));
  await linking.done();
  linking.link(write('c'), join(folder, 'd'));
  await linking.done();
  await linking.done();
  expect([inode('b'), inode('d')]).toEqual([inode('a'), inode('c')]);
});

test('where there is nothing to do nothing is done', async () => {
  await linking.done();
  await linking.stop();
  expect(existsSync(join(folder, 'a'))).toBe(false);
});
