import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import { badCharacter } from '#lang/bad-characters.ts';
import { nearest } from '#lang/nearest.ts';
import { byCode } from '#lang/sort.ts';
import { parseYaml, rereadYaml, type Yaml } from '#lang/yaml.ts';
import { checkValue } from '#schema/check.ts';
import { decodeText, type FrontMatter, splitFrontMatter } from '#schema/front-matter.ts';
import { cutTexts } from '#schema/cut-texts.ts';
import { byPlace, type FilledProblem, type Problem, problemAt } from '#schema/problem.ts';
import type { Source } from './model.ts';
import type { BuildCache, Task } from '#cache/build-cache.ts';
import { fileKey } from '#cache/file-stat.ts';

/** Collects what the files of a content folder say, and every problem found while reading them. */
export interface Reader {
  readonly folder: string;
  readonly problems: Problem[];
  /** The source of every text that was read, by its file. */
  readonly written: Map<string, string>;
  /** Where given, a file that has not changed since an earlier build is not read again. */
  readonly cache?: BuildCache | undefined;
}

/** The result of reading one file. */
interface ReadResult {
  readonly file: string;
  /** Undefined when the file could not be read. */
  readonly written: string | undefined;
  readonly problems: readonly Problem[];
  /** A `ReadFile` or a `ReadText`; undefined when the content of the file is not valid. */
  readonly found: (ReadFile<unknown> & { readonly source?: Source }) | undefined;
}

/** A valid file of the content. */
export interface ReadFile<Value> {
  /** The path from the content folder, with `/`. */
  readonly file: string;
  readonly value: Value;
  readonly yaml: Yaml;
}

/** A valid Markdown file. */
export interface ReadText<Value> extends ReadFile<Value> {
  readonly source: Source;
}

/** An entry of a folder of the content. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The entries of a folder in a fixed order, without hidden ones. Empty when there is no such folder. */
export function entries(reader: Reader, path: string): FolderEntry[] {
  let found;
  try {
    found = readdirSync(join(reader.folder, path), { withFileTypes: true });
  } catch {
    return []; // The folder does not exist: this part of the content is optional.
  }
  return found
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry): FolderEntry[] => {
      const kind = kindOf(reader, entry);
      if (kind) return [{ name: entry.name, isFolder: kind === 'folder' }];
      const file = join(path, entry.name);
      // A folder is listed more than once, but the problem must be reported only once.
      if (
        !reader.problems.some((problem) => problem.id === 'leads-outside' && problem.file === file)
      )
        reader.problems.push({ id: 'leads-outside', file, params: {} });
      return [];
    })
    .sort((a, b) => byCode(a.name, b.name));
}

/**
 * The kind of an entry. Undefined for a link that is broken or leads out of the content folder, and for anything that
 * is neither a file nor a folder: reading a pipe would never end.
 */
function kindOf({ folder }: Reader, entry: Dirent): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const target = realpathSync(join(entry.parentPath, entry.name));
    if (!target.startsWith(`${realpathSync(folder)}${sep}`)) return undefined;
    const found = statSync(target);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined; // The link is broken or points to itself.
  }
}

/** The names of the files in a folder. */
export function fileNames(reader: Reader, path: string): Set<string> {
  return new Set(entries(reader, path).flatMap(({ name, isFolder }) => (isFolder ? [] : [name])));
}

/**
 * Reports a file or folder that is never read. Most likely its name is mistyped.
 * @param known the names that are expected there
 * @param meant the name that it was meant to have, if that is clear
 */
export function reportUnknown(
  { problems }: Reader,
  file: string,
  known: Iterable<string> = [],
  meant = nearest(file.slice(file.lastIndexOf('/') + 1), known) ?? '',
): void {
  const name = file.slice(file.lastIndexOf('/') + 1);
  problems.push({ id: 'unknown-file', file, params: { name, nearest: meant } });
}

/**
 * Reads and checks a YAML file.
 * @returns undefined when the file cannot be read or is not valid; the reader's problems say why
 */
export function readYaml<Schema extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: Schema,
): ReadFile<z.output<Schema>> | undefined {
  return onceFor(reader, file, () => {
    const text = readText(reader, file);
    return text === undefined ? undefined : checked(reader, file, schema, text, 1);
  });
}

/**
 * Reads a Markdown file and checks its front matter.
 * @returns undefined when the file cannot be read or is not valid; the reader's problems say why
 */
export function readMarkdown<Schema extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: Schema,
): ReadText<z.output<Schema>> | undefined {
  return onceFor(reader, file, () => {
    const text = readText(reader, file);
    if (text === undefined) return undefined;
    const parts = splitFrontMatter(text);
    if (!parts) {
      reader.problems.push({ id: 'missing-front-matter', file, line: 1, params: {} });
      return undefined;
    }
    const front = checked(reader, file, schema, parts.yaml, parts.yamlLine);
    return front && { ...front, source: sourceOf(file, parts) };
  });
}

function sourceOf(file: string, { body, bodyLine }: FrontMatter): Source {
  return { file, format: file.endsWith('.mdx') ? 'mdx' : 'md', body, bodyLine };
}

/**
 * The result of reading a file, kept in the build cache. The functions of `yaml` cannot be stored, so `yaml` is parsed
 * again from the text.
 */
const reading: Task<ReadResult> = {
  kind: 'file',
  // No copy of a removed text is kept.
  isPassing: ({ written }) => /^removedOn:/mu.test(written ?? ''),
  pack({ file, written, problems, found }): PackedResult {
    return { file, written, problems, value: found?.value, isText: found && 'source' in found };
  },
  unpack({ file, written, problems, value, isText }: PackedResult): ReadResult {
    if (written === undefined || isText === undefined)
      return { file, written, problems, found: undefined };
    const parts = isText ? splitFrontMatter(written) : undefined;
    return {
      file,
      written,
      problems,
      found: parts
        ? {
            file,
            value,
            yaml: rereadYaml(parts.yaml, parts.yamlLine),
            source: sourceOf(file, parts),
          }
        : { file, value, yaml: rereadYaml(written, 1) },
    };
  },
};

interface PackedResult extends Omit<ReadResult, 'found'> {
  readonly value: unknown;
  /** Whether the file was read by `readMarkdown`; undefined when nothing was found. */
  readonly isText: boolean | undefined;
}

/**
 * Reads a file, or reuses the result of an earlier build. The path is enough as a name, because every file is always
 * checked against the same schema.
 */
function onceFor<Found extends ReadResult['found']>(
  { folder, problems, written, cache }: Reader,
  file: string,
  find: () => Found,
): Found {
  if (!cache) return find();
  const key = fileKey(join(folder, file), cache.startedAt);
  let isNew = false;
  const result = cache.value(reading, file, key, () => {
    isNew = true;
    const before = problems.length;
    const found = find();
    return { file, written: written.get(file), problems: problems.slice(before), found };
  });
  if (!isNew) {
    problems.push(...result.problems);
    if (result.written !== undefined) written.set(file, result.written);
  }
  return result.found as Found;
}

/** In bytes: about 150 pages. Larger files are not written by a person, and could keep a build busy for hours. */
const largestText = 512 * 1024;

function readText({ folder, problems, written }: Reader, file: string): string | undefined {
  const place = join(folder, file);
  const refuse = (problem: FilledProblem & Pick<Problem, 'line'>) =>
    void problems.push({ ...problem, file });
  if (statSync(place).size > largestText)
    return refuse({ id: 'too-large', params: { limit: largestText / 1024 } });
  const bytes = readFileSync(place);
  const text = decodeText(bytes);
  if (text === undefined)
    return refuse({
      id: 'undecodable',
      line: lineAt(bytes.toString('utf8'), bytes.toString('utf8').indexOf('\ufffd')),
      params: {},
    });
  const bad = badCharacter(text);
  if (bad)
    return refuse({
      id: 'bad-character',
      line: lineAt(text, bad.index),
      params: { character: bad.name },
    });
  const conflict = conflictLine(text);
  if (conflict !== undefined) return refuse({ id: 'merge-conflict', line: conflict, params: {} });
  written.set(file, text);
  return text;
}

/**
 * The line of the first conflict that Git has marked in a file. Seven angle brackets alone can be a quotation inside
 * others, so that only counts together with Git's dividing line.
 */
function conflictLine(text: string): number | undefined {
  const isMarked =
    /^<{7}(?: |\r?$)/mu.test(text) || (/^>{7}(?: |\r?$)/mu.test(text) && /^={7}\r?$/mu.test(text));
  return isMarked ? lineAt(text, text.search(/^(?:<{7}|>{7})(?: |\r?$)/mu)) : undefined;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n?|\n/u).length;
}

function checked<Schema extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: Schema,
  text: string,
  firstLine: number,
): ReadFile<z.output<Schema>> | undefined {
  const cut = cutTexts(text, firstLine).map(({ line, cut: left, corrected }) =>
    left === undefined
      ? problemAt('needs-quotes', { file, line }, { corrected })
      : problemAt('cut-text', { file, line }, { cut: left, corrected }),
  );
  const yaml = parseYaml(text, firstLine);
  if ('faults' in yaml) {
    const faults = yaml.faults.map(
      ({ fault, line, params }) => ({ id: fault, file, line, params }) as Problem,
    );
    const others = cut.filter(({ line }) => !faults.some((fault) => fault.line === line));
    reader.problems.push(...[...faults, ...others].sort(byPlace));
    return undefined;
  }
  const result = checkValue(schema, yaml, file);
  reader.problems.push(...cut);
  if ('problems' in result) {
    reader.problems.push(...result.problems);
    return undefined;
  }
  if (cut.length > 0) return undefined;
  return { file, value: result.value, yaml };
}
