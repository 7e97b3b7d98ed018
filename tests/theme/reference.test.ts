import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectionSchemas } from '#schema/collections.ts';
import { overridable } from '#snapshot/theme.ts';

const reference = readFileSync('docs/reference/theme.md', 'utf8');

/** The names in backticks in the row of a table that begins with these names. */
function row(...names: string[]): string[] {
  const head = `| ${names.map((name) => `\`${name}\``).join(', ')} |`;
  const line = reference.split('\n').find((each) => each.startsWith(head)) ?? '';
  const cells = line.split('|');
  return [...(cells[3] ?? '').matchAll(/`(?<name>\w+)`/gu)].map(({ groups }) => groups?.name ?? '');
}

test.each(Object.entries(collectionSchemas))(
  'the reference names every field of the collection %s, and no others',
  (name, schema) => expect(row(name)).toEqual(Object.keys(schema.shape)),
);

test('the reference names every component that a theme may replace', () => {
  const table = reference.split('## Components in the place of ours')[1] ?? '';
  const names = [...table.matchAll(/^\| (?<names>`.*?) \| `/gmu)].flatMap(
    ({ groups }) => groups?.names?.match(/\w+/gu) ?? [],
  );
  expect(names.sort()).toEqual([...overridable].sort());
});

test('the reference names everything in #theme', () => {
  const files = globSync('*', { cwd: 'src/theme' });
  expect(files.filter((file) => !reference.includes(`\`#theme/${file}\``))).toEqual([]);
  const exported = readFileSync('src/theme/page.ts', 'utf8').matchAll(
    /^export function (?<name>\w+)/gmu,
  );
  for (const { groups } of exported) expect(reference).toContain(`\`${groups?.name}(`);
});
