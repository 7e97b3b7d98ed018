import { z } from 'zod';
import { required } from './value-form.ts';

/** A field of a form, wherever in it. */
export interface Field {
  /** `publisher.name`, `accounts[].url`, `<id>.label` */
  readonly path: string;
  readonly schema: z.ZodType;
  /** Whether its group must have it. */
  readonly needed: boolean;
}

/** Every field of a form in order, those of groups and lists inside it after the group.
 * @param named what stands in a path for the keys of a record: `<id>` */
export function fieldsOf(schema: z.ZodType, named = '<id>', at = ''): Field[] {
  const inner = required(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, value]) => {
      const path = at ? `${at}.${key}` : key;
      return [
        { path, schema: value, needed: !value.safeParse(undefined).success },
        ...fieldsOf(value, named, path),
      ];
    });
  }
  if (inner instanceof z.ZodArray && isGroup(inner.element as z.ZodType))
    return fieldsOf(inner.element as z.ZodType, named, `${at}[]`);
  if (inner instanceof z.ZodRecord && isGroup(inner.valueType as z.ZodType))
    return fieldsOf(inner.valueType as z.ZodType, named, at ? `${at}.${named}` : named);
  return [];
}

function isGroup(schema: z.ZodType): boolean {
  return required(schema) instanceof z.ZodObject;
}

/**
 * What each field means, joined with the fields of the form.
 * @throws {Error} when a field has no note, or a note no field: the page would be wrong
 */
export function withNotes(
  fields: readonly Field[],
  notes: Readonly<Record<string, string>>,
  where: string,
): ReadonlyArray<Field & { readonly note: string }> {
  const paths = new Set(fields.map(({ path }) => path));
  const without = fields.filter(({ path }) => notes[path] === undefined);
  const idle = Object.keys(notes).filter((path) => !paths.has(path));
  if (without.length > 0)
    throw new Error(`${where} has no note for: ${without.map(({ path }) => path).join(', ')}`);
  if (idle.length > 0) throw new Error(`${where} has notes for no field: ${idle.join(', ')}`);
  return fields.map((field) => ({ ...field, note: notes[field.path] ?? '' }));
}
