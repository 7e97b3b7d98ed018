import type { z } from 'zod';
import { nearest } from '#lang/nearest.ts';
import type { Locale } from '#lang/locale.ts';
import { divisionFile, type DivisionFile } from '#schema/division.ts';
import { personFile, type PersonFile } from '#schema/person.ts';
import type { ProblemId } from '#schema/problem.ts';
import { topicsFile } from '#schema/topics.ts';
import {
  entries,
  fileNames,
  type Reader,
  type ReadFile,
  readYaml,
  reportUnknown,
} from './files.ts';
import { checkLanguages } from './check-languages.ts';
import type { Division, Person, Topic } from './model.ts';

/** What announcements refer to by id. */
export interface Registry {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly divisions: ReadonlyMap<string, Division>;
  readonly people: ReadonlyMap<string, Person>;
}

/** Reads topics, divisions and people; ids that lead nowhere are reported. */
export function readRegistry(reader: Reader, locales: readonly Locale[]): Registry {
  const topics = readTopics(reader, locales);
  const divisionFiles = readFolder(reader, 'divisions', divisionFile);
  const personFiles = readFolder(reader, 'people', personFile);
  for (const read of divisionFiles.values())
    checkDivision(reader, read, locales, { divisions: divisionFiles, people: personFiles });
  for (const read of personFiles.values()) checkPerson(reader, read, locales, divisionFiles);
  checkCircles(reader, divisionFiles);
  return {
    topics,
    divisions: mapped(divisionFiles, (id, division): Division => ({ id, ...division })),
    people: mapped(personFiles, (id, { portrait, portraitAlt, ...person }): Person => ({
      id,
      ...person,
      portrait:
        portrait && portraitAlt ? { file: `people/${portrait}`, alt: portraitAlt } : undefined,
    })),
  };
}

/** Reports an id that is not known, with the nearest that is. */
export function checkId(
  reader: Reader,
  { file, yaml }: ReadFile<unknown>,
  problem: Reference,
  path: PropertyKey[],
  id: string | undefined,
  known: ReadonlyMap<string, unknown>,
): void {
  if (id === undefined || known.has(id)) return;
  reader.problems.push({
    id: problem,
    file,
    line: yaml.lineOf(path),
    params: { id, nearest: nearest(id, known.keys()) ?? '' },
  });
}
type Reference = Extract<
  ProblemId,
  'unknown-topic' | 'unknown-division' | 'unknown-person' | 'unknown-contact'
>;

function readTopics(reader: Reader, locales: readonly Locale[]): Map<string, Topic> {
  const written = entries(reader, '.').some(({ name }) => name === 'topics.yaml');
  const read = written ? readYaml(reader, 'topics.yaml', topicsFile) : undefined;
  if (!read) return new Map();
  for (const [id, { label, description }] of Object.entries(read.value)) {
    checkLanguages(reader, read, locales, {
      [`${id}.label`]: label,
      [`${id}.description`]: description,
    });
  }
  return new Map(Object.entries(read.value).map(([id, topic]) => [id, { id, ...topic }]));
}

type Files<Value> = Map<string, ReadFile<Value>>;

function readFolder<Schema extends z.ZodType>(
  reader: Reader,
  folder: string,
  schema: Schema,
): Files<z.output<Schema>> {
  const files: Files<z.output<Schema>> = new Map();
  for (const name of fileNames(reader, folder)) {
    const file = `${folder}/${name}`;
    const id = /^(?<id>.+)\.yaml$/u.exec(name)?.groups!.id;
    if (!id) {
      if (name.endsWith('.yml')) reportUnknown(reader, file, [name.replace(/yml$/u, 'yaml')]);
      continue; // A portrait.
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
      reader.problems.push({ id: 'bad-id', file, params: { name: id, example: 'public-safety' } });
    const read = readYaml(reader, file, schema);
    if (read) files.set(id, read);
  }
  return files;
}

function checkDivision(
  reader: Reader,
  read: ReadFile<DivisionFile>,
  locales: readonly Locale[],
  known: { divisions: Files<DivisionFile>; people: Files<PersonFile> },
): void {
  const { name, shortName, address, head, parent } = read.value;
  checkLanguages(reader, read, locales, { name, shortName, address });
  checkId(reader, read, 'unknown-person', ['head'], head, known.people);
  checkId(reader, read, 'unknown-division', ['parent'], parent, known.divisions);
}

function checkPerson(
  reader: Reader,
  read: ReadFile<PersonFile>,
  locales: readonly Locale[],
  divisions: Files<DivisionFile>,
): void {
  const { name, role, division, portrait, portraitAlt } = read.value;
  checkLanguages(reader, read, locales, { name, role, portraitAlt });
  checkId(reader, read, 'unknown-division', ['division'], division, divisions);
  if (portrait && !portraitAlt)
    reader.problems.push({
      id: 'missing-alt',
      file: read.file,
      line: read.yaml.lineOf(['portrait']),
      params: { field: 'portraitAlt' },
    });
}

/** A division that belongs to itself, however many steps away, has no place in a tree. */
function checkCircles(reader: Reader, divisions: Files<DivisionFile>): void {
  for (const [id, { file, yaml }] of divisions) {
    const seen = [id];
    let parent = divisions.get(id)?.value.parent;
    while (parent && !seen.includes(parent)) {
      seen.push(parent);
      parent = divisions.get(parent)?.value.parent;
    }
    if (parent === id)
      reader.problems.push({
        id: 'division-circle',
        file,
        line: yaml.lineOf(['parent']),
        params: { circle: [...seen, id].join(' → ') },
      });
  }
}

function mapped<Value, Result>(
  files: Files<Value>,
  make: (id: string, value: Value) => Result,
): Map<string, Result> {
  return new Map([...files].map(([id, { value }]) => [id, make(id, value)]));
}
