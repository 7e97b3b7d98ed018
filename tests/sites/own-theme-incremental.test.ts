import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyProgram } from '../incremental/program.ts';
import { differences } from '../incremental/rounds.ts';
import { root } from './build-all.ts';
import { run } from './command.ts';

const program = copyProgram();
const folder = mkdtempSync(join(tmpdir(), 'jarshy-theme-'));
afterAll(() => {
  for (const each of [program, folder]) rmSync(each, { recursive: true, force: true });
});

const home = join(folder, 'site-of-theme');
const at = (path: string) => join(home, path);
const change = (path: string, from: string, to: string) => {
  const text = readFileSync(at(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(path), text.replaceAll(from, to));
};

async function build(content: string, out: string): Promise<number> {
  const now = ['--now', '2026-11-20T10:00:00+05:00'];
  const { status, stdout, stderr } = await run(
    ['build', '--content', content, '--out', out, ...now, '--json'],
    program,
    program,
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return (JSON.parse(stdout) as { anew: { pages: number } }).anew.pages;
}

const text = 'content/announcements/2026/road-repairs/index.ru.mdx';
const changes: Array<[what: string, change: () => void]> = [
  ['an .mdx text', () => change(text, 'другим путём', 'в объезд')],
  ['what a text gives to a component', () => change(text, 'route="7"', 'route="9"')],
  ['a topic that an own page shows', () => change('content/topics.yaml', 'Автобусы', 'Маршруты')],
  [
    'a new topic, for which there is another page',
    () => {
      const topics = at('content/topics.yaml');
      writeFileSync(
        topics,
        `${readFileSync(topics, 'utf8')}bridges:\n  label: { kk: К, ru: Мосты }\n`,
      );
    },
  ],
  ['a component of a text', () => change('theme/components/Departure.astro', '1em', '2em')],
  ['an own page', () => change('theme/pages/statistics.astro', '3rem', '4rem')],
  ['the style sheet', () => change('theme/styles.css', '#0a5c36', '#0a5c30')],
  ['a component in the place of ours, removed', () => rmSync(at('theme/components/Footer.astro'))],
];

test(
  'a site with a theme is, after each change, byte for byte what a clean build gives, wherever it lies',
  { timeout: 600_000 },
  async () => {
    cpSync(join(root, 'tests/fixtures/own-theme'), home, { recursive: true });
    const site = join(folder, 'site');
    await build(at('content'), site);
    for (const [what, happens] of changes) {
      happens();
      await build(at('content'), site);
      const elsewhere = join(folder, 'elsewhere', what.replaceAll(/\W/gu, '-'), 'x');
      cpSync(home, elsewhere, { recursive: true });
      const clean = join(folder, 'clean');
      await build(join(elsewhere, 'content'), clean);
      expect([what, differences(site, clean)]).toEqual([what, []]);
      rmSync(clean, { recursive: true });
    }
    // Nothing has changed, so no page is rendered.
    expect(await build(at('content'), site)).toBe(0);
    // The caches of Astro and the compiler must not contain held words.
    const kept = globSync('.cache/{astro,theme,texts,vite}/**/*', {
      cwd: program,
      withFileTypes: true,
    }).filter((entry) => entry.isFile());
    expect(kept.length).toBeGreaterThan(3);
    const leaks = kept.filter((entry) =>
      /Сайгак|Ақбөкен/u.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(leaks.map(({ name }) => name)).toEqual([]);
  },
);
