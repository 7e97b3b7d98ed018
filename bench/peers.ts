// Measures side by side, in one run: our builds, and other site generators that make an equivalent site of the same
// texts.
import { appendFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { daysAfter, newestDay } from './facts.ts';
import { generateContent } from './generate.ts';
import { measureCommand, type Took } from './measure-command.ts';
import { type Peer, writePeer } from './peers/write-content.ts';

const program = join(import.meta.dirname, '..');

/** The commands that build each peer's site, and how to install them: the benchmark installs nothing. */
const commands = {
  hugo: {
    steps: [
      ['hugo', '--quiet', '--destination', 'public'],
      ['pagefind', '--site', 'public'],
    ],
    missing: 'Hugo: apt-get install hugo',
  },
  eleventy: {
    steps: [
      ['eleventy', '--quiet', '--output=public'],
      ['pagefind', '--site', 'public'],
    ],
    missing: 'Eleventy: npm install --no-save @11ty/eleventy',
  },
} satisfies Record<Peer, { steps: string[][]; missing: string }>;

function isThere(command: string): boolean {
  return process.env
    .PATH!.split(delimiter)
    .some((folder) => globSync(command, { cwd: folder }).length > 0);
}

function sum(parts: readonly Took[]): Took {
  const add = (numbers: ReadonlyArray<number | undefined>) =>
    numbers.reduce((a, b) => (a === undefined || b === undefined ? undefined : a + b));
  return {
    seconds: add(parts.map(({ seconds }) => seconds))!,
    processor: add(parts.map(({ processor }) => processor)),
    peak: parts.some(({ peak }) => peak === undefined)
      ? undefined
      : Math.max(...parts.map(({ peak }) => peak!)),
  };
}

async function ours(content: string, temporary: string): Promise<Array<[string, Took]>> {
  const build = () =>
    measureCommand(
      process.execPath,
      [
        join(program, 'src/cli/jarshy.mjs'),
        'build',
        '--content',
        content,
        '--out',
        join(temporary, 'site'),
        '--now',
        daysAfter(newestDay, 1),
      ],
      program,
    );
  const cold = await build();
  const again = await build();
  const [file] = globSync('announcements/*/*/index.ru.md', { cwd: content }).sort();
  const edit = () => {
    appendFileSync(join(content, file!), '\nОдно предложение добавлено.\n');
    return build();
  };
  return [
    ['Jarshy, from nothing', cold],
    ['Jarshy, nothing changed', again],
    ['Jarshy, one text edited', await edit()],
    // The first edit leaves a spare of the site, in which the next one begins.
    ['Jarshy, edited again', await edit()],
  ];
}

async function peer(
  name: Peer,
  content: string,
  temporary: string,
): Promise<Array<[string, Took]>> {
  const { steps, missing } = commands[name];
  const absent = steps.filter(([command]) => !isThere(command!));
  if (absent.length > 0) {
    console.error(
      `Not measured, since ${absent.map(([command]) => command).join(' and ')} cannot be found. ${missing}`,
    );
    return [];
  }
  const folder = join(temporary, name);
  writePeer(name, content, folder);
  const took: Took[] = [];
  for (const [command, ...args] of steps) took.push(await measureCommand(command!, args, folder));
  return [
    ...steps.map(([command], index): [string, Took] => [`  ${command}`, took[index]!]),
    [`${name} + pagefind`, sum(took)],
  ];
}

function show(rows: ReadonlyArray<[string, Took]>): string {
  const base = rows.find(([name]) => name === 'hugo + pagefind')?.[1];
  const number = (value: number | undefined, digits: number) =>
    (value === undefined ? '–' : value.toFixed(digits)).padStart(10);
  const ratio = (one: number | undefined, other: number | undefined) =>
    number(one === undefined || other === undefined ? undefined : one / other, 2);
  const head = ['', 'seconds', '× Hugo+Pf', 'CPU s', '× Hugo+Pf', 'peak MB'];
  const lines = rows.map(
    ([name, { seconds, processor, peak }]) =>
      name.padEnd(26) +
      number(seconds, 1) +
      ratio(seconds, base?.seconds) +
      number(processor, 1) +
      ratio(processor, base?.processor) +
      number(peak === undefined ? undefined : peak / 1e6, 0),
  );
  return [
    head[0]!.padEnd(26) +
      head
        .slice(1)
        .map((word) => word.padStart(10))
        .join(''),
    ...lines,
  ].join('\n');
}

const announcements = Number(process.argv[2]);
if (process.argv.length !== 3 || !Number.isInteger(announcements) || announcements < 1) {
  console.error('Usage: npm run bench:peers -- N');
  process.exit(2);
}
const temporary = mkdtempSync(join(tmpdir(), 'jarshy-peers-'));
try {
  const content = join(temporary, 'content');
  await generateContent({ dir: content, announcements });
  const peers = [
    ...(await peer('hugo', content, temporary)),
    ...(await peer('eleventy', content, temporary)),
  ];
  console.log(show([...peers, ...(await ours(content, temporary))]));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
