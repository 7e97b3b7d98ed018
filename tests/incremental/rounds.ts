import { appendFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateContent } from '../../bench/generate.ts';
import { createRandom } from '../../bench/random.ts';
import { run } from '../sites/command.ts';
import { type Office, small, wholesale } from './office.ts';
import { copyProgram } from './program.ts';

export interface Rounds {
  readonly announcements: number;
  readonly rounds: number;
  readonly seed: string;
}

export interface Round {
  readonly happened: readonly string[];
  /** Files that differ from those of a clean build, or that only one of the two builds has. */
  readonly different: readonly string[];
  /** The number of pages that the incremental build had to render. */
  readonly made: number;
  readonly pages: number;
}

/**
 * Every `cycle`-th round has changes that concern all pages. The other rounds have small changes: each small change
 * happens once before any happens again.
 */
const cycle = 5;

/**
 * Takes a site through random changes, several in each round. After each round it builds the site twice: incrementally
 * and from nothing.
 * @returns the rounds, and the number of pages rendered in a last build without any change
 * @throws {Error} when a build fails, with its output
 */
export async function takeThrough({
  announcements,
  rounds,
  seed,
}: Rounds): Promise<{ rounds: Round[]; atRest: number }> {
  const [program, folder] = [copyProgram(), mkdtempSync(join(tmpdir(), 'jarshy-renewal-'))];
  try {
    const content = join(folder, 'content');
    await generateContent({ dir: content, announcements });
    appendFileSync(join(content, 'site.yaml'), '\npressKits: true\n');
    const random = createRandom(seed);
    const office: Office = {
      random,
      content,
      program,
      site: join(folder, 'site'),
      written: 0,
      now: Date.parse('2026-10-02T12:00:00+05:00'),
    };
    await build(office, office.site);
    const deck: string[] = [];
    const told: Round[] = [];
    for (let round = 1; round <= rounds; round++) {
      if (deck.length === 0) deck.push(...random.some(Object.keys(small), Infinity));
      const happened =
        round % cycle === 0
          ? random.some(Object.keys(wholesale), random.int(1, 3))
          : deck.splice(0, Math.ceil(Object.keys(small).length / (cycle - 1)));
      for (const name of happened) happenings[name]!(office);
      const made = await build(office, office.site);
      const clean = join(folder, `clean-${round}`);
      await build(office, clean);
      told.push({
        happened,
        different: differences(office.site, clean),
        made,
        pages: globSync('**/*.html', { cwd: clean }).length,
      });
      rmSync(clean, { recursive: true });
    }
    return { rounds: told, atRest: await build(office, office.site) };
  } finally {
    for (const each of [program, folder]) rmSync(each, { recursive: true, force: true });
  }
}

const happenings: Record<string, (office: Office) => unknown> = { ...small, ...wholesale };

async function build({ content, program, now }: Office, out: string): Promise<number> {
  const { status, stdout, stderr } = await run(
    ['build', '--content', content, '--out', out, '--now', new Date(now).toISOString(), '--json'],
    program,
    program,
  );
  if (status !== 0) throw new Error(`The build ended with status ${status}.\n${stdout}\n${stderr}`);
  return (JSON.parse(stdout) as { anew: { pages: number } }).anew.pages;
}

/** The files that differ between two sites, or that only one of them has. */
export function differences(one: string, other: string): string[] {
  const files = (folder: string) =>
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const [all, others] = [files(one), files(other)];
  const alone = [
    ...all.filter((file) => !others.includes(file)),
    ...others.filter((file) => !all.includes(file)),
  ];
  const same = (file: string) =>
    readFileSync(join(one, file)).equals(readFileSync(join(other, file)));
  return [...alone, ...all.filter((file) => !alone.includes(file) && !same(file))].sort();
}
