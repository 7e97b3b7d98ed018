import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { nearest } from '#lang/nearest.ts';
import { byCode } from '#lang/sort.ts';
import { parseYaml, type Yaml } from '#lang/yaml.ts';
import { check } from '#schema/check.ts';
import { decodeText, splitFrontMatter } from '#schema/front-matter.ts';
import type { Problem } from '#schema/problem.ts';
import type { Source } from './model.ts';

/** A content folder being read: what its files say, and every problem met on the way. */
export interface Reader {
  readonly folder: string;
  readonly problems: Problem[];
  /** Every text that was read, as it was written, by its file. */
  readonly written: Map<string, string>;
}

export interface ReadFile<Value> {
  /** The path from the content folder, with `/`. */
  readonly file: string;
  readonly value: Value;
  readonly yaml: Yaml;
}

export interface ReadText<Value> extends ReadFile<Value> {
  readonly source: Source;
}

/** A name in a folder of content. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The entries of a folder in a fixed order, hidden ones left out; none where there is no such folder. */
export function entries({ folder }: Reader, path: string): Entry[] {
  let found;
  try {
    found = readdirSync(join(folder, path), { withFileTypes: true });
  } catch {
    return []; // No such folder: an optional part of the content.
  }
  return found
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => byCode(a.name, b.name));
}

/** The names of the files in a folder. */
export function fileNames(reader: Reader, path: string): Set<string> {
  return new Set(entries(reader, path).flatMap(({ name, isFolder }) => (isFolder ? [] : [name])));
}

/** Reports a file or folder that nothing reads: most likely its name is mistyped.
 * @param known names that belong there */
export function reportUnknown({ problems }: Reader, file: string, known: Iterable<string> = []): void {
  const name = file.slice(file.lastIndexOf('/') + 1);
  problems.push({ id: 'unknown-file', file, params: { name, nearest: nearest(name, known) ?? '' } });
}

/** Reads and checks a YAML file; undefined when it could not be read or trusted (the problems say why). */
export function readYaml<Schema extends z.ZodType>(reader: Reader, file: string, schema: Schema): ReadFile<z.output<Schema>> | undefined {
  const text = readText(reader, file);
  return text === undefined ? undefined : checked(reader, file, schema, text, 1);
}

/** Reads a Markdown file and checks its front matter; undefined when it could not be trusted (the problems say why). */
export function readMarkdown<Schema extends z.ZodType>(reader: Reader, file: string, schema: Schema): ReadText<z.output<Schema>> | undefined {
  const text = readText(reader, file);
  if (text === undefined) return undefined;
  const parts = splitFrontMatter(text);
  if (!parts) {
    reader.problems.push({ id: 'missing-front-matter', file, line: 1, params: {} });
    return undefined;
  }
  const front = checked(reader, file, schema, parts.yaml, parts.yamlLine);
  const format = file.endsWith('.mdx') ? 'mdx' : 'md';
  return front && { ...front, source: { file, format, body: parts.body, bodyLine: parts.bodyLine } };
}

function readText({ folder, problems, written }: Reader, file: string): string | undefined {
  const text = decodeText(readFileSync(join(folder, file)));
  if (text === undefined) problems.push({ id: 'undecodable', file, params: {} });
  else written.set(file, text);
  return text;
}

function checked<Schema extends z.ZodType>(reader: Reader, file: string, schema: Schema, text: string, firstLine: number): ReadFile<z.output<Schema>> | undefined {
  const yaml = parseYaml(text, firstLine);
  if ('faults' in yaml) {
    reader.problems.push(...yaml.faults.map(({ fault, line, params }): Problem => ({ id: fault, file, line, params })));
    return undefined;
  }
  const result = check(schema, yaml, file);
  if ('problems' in result) {
    reader.problems.push(...result.problems);
    return undefined;
  }
  return { file, value: result.value, yaml };
}
