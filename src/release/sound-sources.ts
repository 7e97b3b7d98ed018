import {
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { hashOf } from '#cache/hash.ts';
import { findParts, isText, type Part, placeOf, signatureOf } from './sources.ts';

// <target>/.sound/content, …/theme     a copy of the sources of the last publication, all of them sound
// <target>/.sound/parts.json           what each part of them was copied from
// <target>/.sound/trial/content, …     sound parts of the present sources, completed from that copy

/** The copy of the sources of the last publication, and how the present sources differ from it. */
export interface SoundSources {
  /** Every part of the present sources or of the copy. */
  readonly parts: ReadonlySet<Part>;
  /** The parts that differ from the copy: new, changed or deleted ones. */
  readonly changed: ReadonlySet<Part>;
  /** Whether a part says now that it is removed. */
  isRemoval(part: Part): boolean;
  /** Whether the copy has a part. */
  has(part: Part): boolean;
  /**
   * Makes a content folder of the present sources in which some parts are as they are in the copy, or missing if they
   * are missing there.
   * @returns its absolute path
   */
  without(parts: ReadonlySet<Part>): string;
  /** Brings the copy up to date with a content folder that was just built without problems. */
  keep(built: BuiltSources): void;
}

/** Sources that were built without problems. */
export interface BuiltSources {
  /** The content folder, absolute. */
  readonly content: string;
  /** The parts that are not the present ones; the copy of these stays as it is. */
  readonly reverted?: ReadonlySet<Part>;
  /** The removed announcements. No copy of them is kept. */
  readonly removed?: readonly Part[];
}

/**
 * Opens the copy of the last sound sources. Call it while holding the lock of the target, before the sources are read.
 * @param to the folder of the releases, absolute. The copy is private: it holds drafts and what is not public yet
 * @param content the content folder, absolute
 */
export function openSoundSources(to: string, content: string): SoundSources {
  const folder = join(to, '.sound');
  const copy = join(folder, 'content');
  const index = join(folder, 'parts.json');
  const trial = join(folder, 'trial/content');
  rmSync(dirname(trial), { recursive: true, force: true });

  const present = findParts(content);
  const signatures = new Map(
    [...present].map(([part, files]) => [part, signatureOf(placeOf(content, part), files)]),
  );
  const kept = readIndex(index);
  const parts = new Set([...present.keys(), ...[...kept.keys()].filter((key) => !isNameless(key))]);
  const changed = new Set(
    [...parts].filter((part) => {
      const known = kept.get(part) ?? kept.get(nameless(part));
      return known !== signatures.get(part);
    }),
  );

  return {
    parts,
    changed,
    isRemoval: (part) =>
      isText(part) &&
      (present.get(part) ?? [])
        .filter((file) => /^index\.[^/]+\.mdx?$/u.test(file))
        .some((file) =>
          /^removedOn:/mu.test(readFileSync(join(placeOf(content, part), file), 'utf8')),
        ),
    has: (part) => existsSync(placeOf(copy, part)),
    without(reverted) {
      rmSync(dirname(trial), { recursive: true, force: true });
      mkdirSync(trial, { recursive: true, mode: 0o700 });
      for (const part of parts) {
        const isKept = existsSync(placeOf(copy, part));
        const from = reverted.has(part) || (isKept && !changed.has(part)) ? copy : content;
        if (existsSync(placeOf(from, part))) copyPart(placeOf(from, part), placeOf(trial, part));
      }
      return trial;
    },
    keep({ content: from, reverted, removed = [] }) {
      mkdirSync(copy, { recursive: true, mode: 0o700 });
      for (const part of changed) {
        const files = present.get(part);
        // What changed during the build may not be what was built.
        const isBuilt =
          from !== content ||
          !files ||
          signatureOf(placeOf(from, part), files) === signatures.get(part);
        if (reverted?.has(part) || !isBuilt) continue;
        replacePart(placeOf(from, part), placeOf(copy, part), join(folder, 'new'));
        const signature = signatures.get(part);
        if (signature === undefined) kept.delete(part);
        else kept.set(part, signature);
      }
      for (const key of [...kept.keys()].filter(isNameless)) kept.delete(key);
      for (const part of removed) {
        rmSync(placeOf(copy, part), { recursive: true, force: true });
        const signature = signatures.get(part);
        kept.delete(part);
        if (signature !== undefined) kept.set(nameless(part), signature);
      }
      writeIndex(index, kept);
      rmSync(dirname(trial), { recursive: true, force: true });
    },
  };
}

/** The key of a removed part in the index. Its name may be what had to be removed. */
function nameless(part: Part): string {
  return `removed ${hashOf(part)}`;
}

function isNameless(key: string): boolean {
  return key.startsWith('removed ');
}

/** A broken index counts as none: then every part is copied again. */
function readIndex(file: string): Map<Part, string> {
  try {
    const { parts } = JSON.parse(readFileSync(file, 'utf8')) as { parts: Record<Part, string> };
    return new Map(Object.entries(parts));
  } catch {
    return new Map();
  }
}

function writeIndex(file: string, parts: ReadonlyMap<Part, string>): void {
  const value = { format: 1, parts: Object.fromEntries(parts) };
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 1)}\n`);
  renameSync(`${file}.new`, file);
}

/** Puts a copy of a part in its place. A part that no longer exists is deleted there. */
function replacePart(from: string, to: string, beside: string): void {
  rmSync(beside, { recursive: true, force: true });
  const exists = existsSync(from);
  if (exists) copyPart(from, beside);
  rmSync(to, { recursive: true, force: true });
  if (!exists) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(beside, to);
}

/**
 * Copies a file or folder. Not by hard links: writing into a file of the content must not change the copy. Pipes and the
 * like are left out, and a broken link is copied as it is.
 */
function copyPart(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const found = lstatSync(from);
  if (found.isDirectory())
    cpSync(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (file) => isCopied(file),
    });
  else if (found.isSymbolicLink()) copyLink(from, to);
  else if (found.isFile()) copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function isCopied(file: string): boolean {
  const found = lstatSync(file);
  return found.isFile() || found.isDirectory() || found.isSymbolicLink();
}

/** A relative link leads to the same file of the copy. */
function copyLink(from: string, to: string): void {
  const target = readlinkSync(from);
  if (isAbsolute(target) && existsSync(from))
    cpSync(from, to, { recursive: true, dereference: true });
  else symlinkSync(target, to);
}
