import type { z } from 'zod';
import { firstOf } from '#lang/lookup.ts';
import type { Params } from '#lang/message.ts';
import { nearest } from '#lang/nearest.ts';
import type { Path, Yaml } from '#lang/yaml.ts';
import { correctedLine, correctedValue } from './corrections.ts';
import type { FieldFault } from './fields.ts';
import { ownField } from './foreign-fields.ts';
import { type Problem, problemAt } from './problem.ts';
import { valueOfName } from './value-of-name.ts';

/** A value that its schema accepts, or the problems found in it. */
export type CheckedValue<Value> = { readonly value: Value } | { readonly problems: Problem[] };

/**
 * Checks the content of a file against a schema.
 * @param file the name of the file in problems
 */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  yaml: Yaml,
  file: string,
): CheckedValue<z.output<Schema>> {
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
    return { problems: [{ id: 'not-a-map', file, params: {} }] };
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { value: result.data };
  const found = result.error.issues
    .slice(0, mostTold)
    .flatMap((issue) => toProblems(issue, schema, yaml, file));
  return { problems: withoutEchoes(found) };
}

/** A field under a wrong name is not missing, too. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const meant = new Set(
    problems.flatMap(({ id, params }) =>
      id === 'unknown-field' || id === 'foreign-field' ? [placeIn(params)] : [],
    ),
  );
  return problems.filter(
    ({ id, params }) => id !== 'missing-field' || !meant.has(String(params.field)),
  );
}

/** The name that a field should have, with the path to it. */
function placeIn(params: Params): string {
  const { field = '', nearest: name = '', own = name } = params;
  return `${String(field).replace(/[^.]+$/u, '')}${own}`;
}

/** The most faults that are reported. A file with more is not just a text with typing mistakes. */
const mostTold = 100;

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, schema: z.ZodType, yaml: Yaml, file: string): Problem[] {
  const field = issue.path.join('.');
  const at = (path: Path = issue.path) => ({ file, line: yaml.lineOf(path) });
  const value = written(issue.input);

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostTold).map((key) => {
        const path = [...issue.path, key];
        const ours = issue.path.length === 0 ? ownField(key, valueAt(yaml.value, path)) : undefined;
        if (ours && keysAt(schema, issue.path).includes(ours.field))
          return problemAt('foreign-field', at(path), {
            field: key,
            own: ours.field,
            corrected: ours.line,
          });
        return problemAt('unknown-field', at(path), {
          field: path.join('.'),
          nearest: nearest(key, keysAt(schema, issue.path)) ?? '',
        });
      });
    case 'invalid_type':
      if (issue.input === undefined) return [problemAt('missing-field', at(), { field })];
      return [
        problemAt('wrong-type', at(), {
          ...{ field, expected: issue.expected, value },
          ...corrected(schema, issue),
        }),
      ];
    case 'invalid_value': {
      if (issue.input === undefined) return [problemAt('missing-field', at(), { field })];
      const allowed = issue.values.map(String);
      return [
        problemAt('not-one-of', at(), {
          field,
          value,
          allowed: allowed.join(', '),
          nearest: nearest(value, allowed) ?? valueOfName(field, value, allowed) ?? '',
        }),
      ];
    }
    case 'invalid_key': {
      const { params } = faultOf(firstOf(issue.issues));
      return [
        {
          id: 'bad-id',
          ...at(),
          params: { name: String(issue.path.at(-1)), ...params },
        } as Problem,
      ];
    }
    case 'custom': {
      const fault = faultOf(issue);
      const params = { field, value, ...fault.params };
      return [
        {
          id: fault.id,
          ...at(),
          params: fault.id === 'bad-format' ? { ...params, ...corrected(schema, issue) } : params,
        } as Problem,
      ];
    }
    default:
      throw new Error(`No problem tells of ${issue.code} at ${field} in ${file}`);
  }
}

/**
 * What was most likely meant: of a field, its line; of a value inside a list or group, the value. The sentences name it
 * only where it is known.
 */
function corrected(schema: z.ZodType, { path, input }: Issue): { readonly nearest: string } {
  const none = {} as { readonly nearest: string };
  const field = schemaAt(schema, path);
  if (!field) return none;
  const found =
    path.length === 1 ? correctedLine(String(path[0]), field, input) : correctedValue(field, input);
  return typeof found === 'string' ? { nearest: found } : none;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at;
}

/** Every limit in our schemas carries its own problem id, so that every language has a sentence for it. */
function faultOf(issue: Issue): FieldFault {
  if (issue.code !== 'custom') throw new Error(`No problem tells of ${issue.code}`);
  return issue.params as unknown as FieldFault;
}

function written(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return text.length > longestTold ? `${text.slice(0, longestTold)}…` : text;
}

/** In characters: enough to find the place. */
const longestTold = 200;

/** The keys that the schema allows at a place; none when the place is not an object with fixed keys. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  return Object.keys(unwrapped(schemaAt(schema, path)).shape ?? {});
}

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let at: unknown = schema;
  for (const key of path) {
    const { shape, element, valueType } = unwrapped(at);
    at = shape ? shape[String(key)] : (element ?? valueType);
  }
  return at as z.ZodType | undefined;
}

/** The properties with which zod's objects, arrays and records describe their contents. */
interface Inside {
  shape?: Record<string, unknown>;
  element?: unknown;
  valueType?: unknown;
  def?: { innerType?: unknown };
}

function unwrapped(schema: unknown): Inside {
  let inside = (schema ?? {}) as Inside;
  while (inside.def?.innerType) inside = inside.def.innerType;
  return inside;
}
