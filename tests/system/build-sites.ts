import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { contents, moment, root } from '../sites/build-all.ts';
import { run } from '../sites/command.ts';

/** Vitest's global setup: one site at the root of its host, and one below. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-system-'));
  for (const name of ['mixed', 'base-path'] as const) {
    const { status, stdout, stderr } = await run(
      ['build', '--content', contents[name], '--out', join(folder, name), '--now', moment],
      root,
    );
    if (status !== 0) throw new Error(`The site ${name} could not be built.\n${stdout}\n${stderr}`);
  }
  provide('sites', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
