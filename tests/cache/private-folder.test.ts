import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePrivateFolder } from '#cache/private-folder.ts';

test('the folder of the cache is its owner’s alone, a new one and one that was open', () => {
  const place = mkdtempSync(join(tmpdir(), 'jarshy-private-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  mkdirSync(join(place, 'open'));
  chmodSync(join(place, 'open'), 0o755);
  for (const name of ['open', 'new']) {
    makePrivateFolder(join(place, name));
    expect(statSync(join(place, name)).mode & 0o777, name).toBe(0o700);
  }
});
