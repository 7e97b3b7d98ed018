import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { daysAfter, newestDay } from './facts.ts';
import { generateContent } from './generate.ts';
import { measureBuild } from './measure.ts';
import { sizeOfSite } from './site-size.ts';
import { showMeasured } from './table.ts';

const usage = `Usage: npm run bench -- N [--seed 1] [--out DIR]

Makes a site of N announcements in two languages and tells how long each stage took.
  --seed NUMBER  another seed, other texts (default 1)
  --out DIR      keep the finished site in a new folder, to be compared with another`;

interface Asked {
  readonly announcements: number;
  readonly seed: number;
  readonly out: string | undefined;
}

function read(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } },
    });
    const [announcements, seed] = [Number(positionals[0]), Number(values.seed)];
    const sound =
      positionals.length === 1 &&
      Number.isInteger(announcements) &&
      announcements >= 0 &&
      Number.isInteger(seed);
    // npm runs scripts in the folder of package.json. INIT_CWD is the folder in which the person started npm.
    return sound
      ? { announcements, seed, out: values.out && resolve(process.env.INIT_CWD ?? '', values.out) }
      : undefined;
  } catch {
    return undefined; // parseArgs throws a TypeError for an option it does not know.
  }
}

async function bench({ announcements, seed, out }: Asked): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'jarshy-bench-'));
  try {
    const content = join(temporary, 'content');
    await generateContent({ dir: content, announcements, seed });
    const site = out ?? join(temporary, 'site');
    const measured = await measureBuild({ content, out: site, now: daysAfter(newestDay, 1) });
    console.log(
      `Node ${process.version}, ${process.platform}, ${availableParallelism()} cores, seed ${seed}`,
    );
    console.log(showMeasured(measured, sizeOfSite(site)));
    if (measured.stages.every(({ peak }) => peak === undefined))
      console.log(
        '\nCPU seconds and memory are read from /proc, which this system has not: not measured.',
      );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const asked = read(process.argv.slice(2));
if (asked) await bench(asked);
else {
  console.error(usage);
  process.exitCode = 2;
}
