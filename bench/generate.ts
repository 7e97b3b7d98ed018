import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { filesOf } from './announcement.ts';
import { factsOf } from './facts.ts';
import { about, divisions, people, site, topics } from './reference.ts';
import { languages, type Texts } from './words.ts';

export interface Options {
  /** The content folder to write: a new or empty folder. */
  readonly dir: string;
  /** The number of announcements, each in both languages. */
  readonly announcements: number;
  /** The same seed gives the same bytes. */
  readonly seed?: number;
}

/**
 * Writes a content folder of any size for measurements: invented news in Kazakh and Russian, ten a day back from
 * `newestDay`.
 * @throws {Error} when the folder is not empty: the rest of another corpus would distort the measurement
 */
export async function generateContent({ dir, announcements, seed = 1 }: Options): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new Error(`${dir} is not empty; name a new folder.`);

  await writeFolder(dir, { 'site.yaml': stringify(site), 'topics.yaml': stringify(topics) });
  await writeFolder(join(dir, 'divisions'), yamlFiles(divisions));
  await writeFolder(join(dir, 'people'), yamlFiles(people));
  await writeFolder(join(dir, 'pages/about'), indexFiles(about));

  const facts = Array.from({ length: announcements }, (_, index) => factsOf(index, seed));
  for (let first = 0; first < announcements; first += atOnce) {
    const some = facts.slice(first, first + atOnce);
    await Promise.all(
      some.map((one, index) =>
        writeFolder(
          join(dir, 'announcements', one.id),
          indexFiles(filesOf(one, facts[first + index + 7], seed)),
        ),
      ),
    );
  }
}

/** The number of folders written at the same time: enough to keep the disk busy, and below the limit of open files. */
const atOnce = 100;

async function writeFolder(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(dir, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(dir, name), text)));
}

function yamlFiles(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [`${id}.yaml`, stringify(value)]),
  );
}

function indexFiles(texts: Texts): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`index.${language}.md`, texts[language]]));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      announcements: { type: 'string', default: '1000' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [announcements, seed] = [Number(values.announcements), Number(values.seed)];
  if (
    !values.out ||
    !Number.isInteger(announcements) ||
    announcements < 0 ||
    !Number.isInteger(seed)
  ) {
    console.error('Usage: node bench/generate.ts --announcements 1000 --out DIR [--seed 1]');
    process.exit(2);
  }
  await generateContent({ dir: values.out, announcements, seed });
}
