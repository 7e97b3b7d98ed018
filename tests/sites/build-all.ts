import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { run } from './command.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that contains the finished sites, by name. */
    sites: string;
    /** The time in milliseconds that a page has to show what a test expects. */
    patience: number;
  }
}

/** The content folders that are built once, before the tests start: the fixtures and the content that ships. */
export const contents = {
  'base-path': 'tests/fixtures/base-path',
  mixed: 'tests/fixtures/mixed',
  'one-language': 'tests/fixtures/one-language',
  'right-to-left': 'tests/fixtures/right-to-left',
  'three-languages': 'tests/fixtures/three-languages',
  shipped: 'content',
} as const;

export type SiteName = keyof typeof contents;

/** Also built then, but only for tests of their own: these texts are no example for other sites. */
export const apart = {
  hostile: 'tests/fixtures/hostile',
  search: 'tests/fixtures/search',
  'own-theme': 'tests/fixtures/own-theme/content',
} as const;

export type BuiltName = SiteName | keyof typeof apart;

/** The moment as of which the fixtures are built: after most of what they announce, and before the rest. */
export const moment = '2026-06-01T12:00:00+05:00';

/** The sites that are built as of another moment; `undefined` is now. */
const otherMoments: Partial<Record<BuiltName, string | undefined>> = {
  shipped: undefined,
  search: '2026-04-01T00:00:00Z',
};

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Vitest's global setup. It builds one site after the other, because Astro shares files between builds. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-sites-'));
  for (const [name, content] of Object.entries({ ...contents, ...apart }) as Array<
    [BuiltName, string]
  >) {
    const now = name in otherMoments ? otherMoments[name] : moment;
    const { status, stdout, stderr } = await run(
      [
        'build',
        ...['--content', content],
        ...['--out', join(folder, name)],
        ...(now ? ['--now', now] : []),
      ],
      root,
    );
    if (status !== 0) throw new Error(`The site ${name} could not be built.\n${stdout}\n${stderr}`);
  }
  provide('sites', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
