import type { z } from 'zod';
import { firstOf } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import type { Path, Yaml } from '#lang/yaml.ts';
import type { FieldFault } from './fields.ts';
import { type Problem, problemAt } from './problem.ts';

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
  return {
    problems: result.error.issues
      .slice(0, mostTold)
      .flatMap((issue) => toProblems(issue, schema, yaml, file)),
  };
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
        return problemAt('unknown-field', at(path), {
          field: path.join('.'),
          nearest: nearest(key, keysAt(schema, issue.path)) ?? '',
        });
      });
    case 'invalid_type':
      if (issue.input === undefined) return [problemAt('missing-field', at(), { field })];
      return [problemAt('wrong-type', at(), { field, expected: issue.expected, value })];
    case 'invalid_value': {
      if (issue.input === undefined) return [problemAt('missing-field', at(), { field })];
      const allowed = issue.values.map(String);
      return [
        problemAt('not-one-of', at(), {
          field,
          value,
          allowed: allowed.join(', '),
          nearest: nearest(value, allowed) ?? '',
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
      return [{ id: fault.id, ...at(), params: { field, value, ...fault.params } } as Problem];
    }
    default:
      throw new Error(`No problem tells of ${issue.code} at ${field} in ${file}`);
  }
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
  let at: unknown = schema;
  for (const key of path) {
    const { shape, element, valueType } = unwrapped(at);
    at = shape ? shape[String(key)] : (element ?? valueType);
  }
  return Object.keys(unwrapped(at).shape ?? {});
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
