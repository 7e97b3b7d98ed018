import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf, withNotes } from '../../../docs/generator/field-rows.ts';

const form = z.strictObject({
  name: z.string(),
  group: z.strictObject({ inner: z.string().optional() }).default({}),
  list: z.array(z.strictObject({ key: z.number() })).optional(),
  plain: z.array(z.string()).default([]),
});
const paths = ['name', 'group', 'group.inner', 'list', 'list[].key', 'plain'];

test('fields of groups and lists follow their group', () => {
  const fields = fieldsOf(form);
  expect(fields.map(({ path }) => path)).toEqual(paths);
  expect(fields.filter(({ needed }) => needed).map(({ path }) => path)).toEqual([
    'name',
    'list[].key',
  ]);
});
test('a record is named by what its keys are', () =>
  expect(
    fieldsOf(
      z.strictObject({ texts: z.record(z.string(), z.object({ title: z.string() })) }),
      '<l>',
    ).map(({ path }) => path),
  ).toEqual(['texts', 'texts.<l>.title']));

test('every field has a note, and every note a field', () => {
  const notes = Object.fromEntries(paths.map((path) => [path, `about ${path}`]));
  expect(withNotes(fieldsOf(form), notes, 'here').map(({ note }) => note)).toEqual(
    Object.values(notes),
  );
  const { name: _, ...without } = notes;
  expect(() => withNotes(fieldsOf(form), without, 'here')).toThrow('here has no note for: name');
  expect(() => withNotes(fieldsOf(form), { ...notes, gone: '' }, 'here')).toThrow(
    'here has notes for no field: gone',
  );
});
