import { everyWriting } from '#languages/writings.ts';
import { flagOf, lineOf } from './corrections.ts';

const words = everyWriting.map(({ frontMatter }) => frontMatter);
const drafts = new Set(words.flatMap((each) => each.drafts));

/** Our field by a word that people, or other generators, use for it. */
const fields = new Map(
  words.flatMap((each) =>
    Object.entries(each.fields).flatMap(([field, names]) =>
      names.map((name) => [name, field] as const),
    ),
  ),
);

/** Fields that hold a list. */
const lists: ReadonlySet<string> = new Set([
  'topics',
  'people',
  'divisions',
  'aliases',
  'attachments',
]);

const draft = lineOf('draft', true);

/** Fields of other generators whose meaning depends on the value, each with the line that means the same with us. */
const byValue: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  ...Object.fromEntries(
    ['published', 'public', 'publish', 'visible'].map((name) => [
      name,
      (value: unknown) => (flagOf(value) === false ? draft : undefined),
    ]),
  ),
  ...Object.fromEntries(
    ['hidden', 'private', 'unlisted', 'wip'].map((name) => [
      name,
      (value: unknown) => (flagOf(value) === true ? draft : undefined),
    ]),
  ),
  ...Object.fromEntries(
    ['status', 'state', 'poststatus'].map((name) => [
      name,
      (value: unknown) => (drafts.has(String(value).trim().toLowerCase()) ? draft : undefined),
    ]),
  ),
  // Only a correction that readers are told of moves the date of an update.
  ...Object.fromEntries(
    ['lastmod', 'lastmodified', 'updated', 'updateddate', 'updatedat', 'modified'].map((name) => [
      name,
      (value: unknown) => lineOf('corrections', [{ date: String(value), note: '…' }]),
    ]),
  ),
};

/**
 * What to write in place of a field that is not ours. To be told to delete `published: false` would publish what was
 * meant to be held.
 * @returns the line, `summary: …`, and the name of our field; undefined when the name is unknown
 */
export function ownField(key: string, value: unknown): { line: string; field: string } | undefined {
  const name = key.toLowerCase().replaceAll(/[-_\s]/gu, '');
  const line = Object.hasOwn(byValue, name) ? byValue[name]?.(value) : undefined;
  if (line !== undefined) return { line, field: line.split(':')[0] ?? '' };
  const field = fields.get(name);
  if (field === undefined) return undefined;
  const isText = typeof value === 'string' || typeof value === 'number';
  const own = lists.has(field) && isText ? String(value).split(/[,;]\s*/u) : value;
  return { field, line: lineOf(field, own) };
}
