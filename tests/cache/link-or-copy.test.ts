import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { outputStat } from '#cache/file-stat.ts';
import { linkOrCopy, linkOrCopySync } from '#cache/link-or-copy.ts';

function folderIn(place: string): string {
  const folder = mkdtempSync(join(place, 'jarshy-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** An in-memory file system that nearly every Linux has. */
const memory = '/dev/shm';
const isElsewhere = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev;

describe.each([
  ['without holding up the thread', linkOrCopy],
  ['at once', async (from: string, to: string) => linkOrCopySync(from, to)],
])('%s', (_, place) => {
  test('a file on the same file system gets a second name', async () => {
    const folder = folderIn(tmpdir());
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, 'text');
    await place(from, to);
    expect(statSync(to).ino).toBe(statSync(from).ino);
  });

  test('what is there already stays', async () => {
    const folder = folderIn(tmpdir());
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, 'new');
    writeFileSync(to, 'old');
    await expect(place(from, to)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(to, 'utf8')).toBe('old');
  });

  test('to another file system it is copied, and the copy of a copy has the same stat', async ({
    skip,
  }) => {
    skip(!isElsewhere, `This machine has no second file system at ${memory}.`);
    const [here, there] = [folderIn(tmpdir()), folderIn(memory)];
    writeFileSync(join(here, 'from'), 'text');
    utimesSync(join(here, 'from'), 1_700_000_000.987, 1_700_000_000.987);
    await place(join(here, 'from'), join(there, 'copy'));
    await place(join(here, 'from'), join(there, 'again'));
    await place(join(there, 'copy'), join(here, 'back'));
    expect(readFileSync(join(here, 'back'), 'utf8')).toBe('text');
    expect(outputStat(join(there, 'copy'))).toBe('4-1700000000000000000');
    for (const copy of [join(there, 'again'), join(here, 'back')])
      expect(outputStat(copy)).toBe(outputStat(join(there, 'copy')));
  });
});
