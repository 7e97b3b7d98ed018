import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linkOrCopySync } from '#cache/link-or-copy.ts';
import { listFiles } from '#cache/list-files.ts';
import type { Release } from './releases.ts';

// A reader who opened a page just before a publication asks for its scripts, pictures and pieces of the search index
// just after it. These files have hashes in their names, so those of the release before can stay for a while.

/** How long they stay, in milliseconds: as long as a page may be open. */
const stayFor = 6 * 60 * 60 * 1000;

/** Files whose names change with their content. */
const immutable = /^(?:_(?:astro|images|search|fonts)\/|[^/]+\/atom\/.+-[0-9a-f]+\.xml)/u;

/** Those that contain nothing of any text. */
const withoutTexts = /^_(?:astro|fonts)\//u;

/** `carried.json` of a state: since when files are no longer part of the site, by their path. */
interface Carried {
  readonly format: 1;
  readonly files: Readonly<Record<string, string>>;
}

const name = 'carried.json';

/**
 * Adds the immutable files of the release before to a finished site. Nothing that may contain a removed text is added.
 * @param made the release that is being made; its site must be finished and checked
 * @param isRemoval whether the release before shows something that is removed now
 */
export function carryOver(
  { publicFolder, stateFolder }: Release,
  before: Release,
  {
    now,
    isRemoval,
    distrusted = new Set(),
  }: {
    readonly now: Date;
    readonly isRemoval: boolean;
    /** Files of the release before that are not what was published. */
    readonly distrusted?: ReadonlySet<string>;
  },
): void {
  const known = readCarried(before);
  const carried = listFiles(before.publicFolder)
    .filter((file) => immutable.test(file) && (!isRemoval || withoutTexts.test(file)))
    .filter((file) => !existsSync(join(publicFolder, file)) && !distrusted.has(`/${file}`))
    .map((file) => [file, known[file] ?? now.toISOString()] as const)
    .filter(([, since]) => now.getTime() - new Date(since).getTime() < stayFor);
  for (const [file] of carried) {
    mkdirSync(dirname(join(publicFolder, file)), { recursive: true });
    linkOrCopySync(join(before.publicFolder, file), join(publicFolder, file));
  }
  if (carried.length === 0) return;
  mkdirSync(stateFolder, { recursive: true });
  const written: Carried = { format: 1, files: Object.fromEntries(carried) };
  writeFileSync(join(stateFolder, name), `${JSON.stringify(written, undefined, 1)}\n`);
}

/** Without a readable record, all files count as new: they stay a little longer. */
function readCarried({ stateFolder }: Release): Carried['files'] {
  try {
    return (JSON.parse(readFileSync(join(stateFolder, name), 'utf8')) as Carried).files;
  } catch {
    return {};
  }
}
