import type { Locale } from '#lang/locale.ts';
import { showWritten, type Written } from '#lang/time.ts';
import { type AnnouncementFile, facts, type ListName, lists } from '#schema/announcement.ts';
import type { Problem } from '#schema/problem.ts';
import type { ReadText } from './files.ts';

/** The language files of one announcement, in the order of the site's languages. */
export type LanguageFiles = ReadonlyMap<Locale, ReadText<AnnouncementFile>>;

export type Facts = Pick<AnnouncementFile, keyof typeof facts>;
/** For each list, the facts of its entries by position. */
export type ListFacts = {
  readonly [Name in ListName]?: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

/**
 * Joins what the language files say of the same thing. A fact may be written in any of them; written in several,
 * it must be the same. Entries of lists are paired by their position.
 * @param zone in which moments are shown in problems
 */
export function mergeFacts(
  files: LanguageFiles,
  zone: string,
): { facts: Facts; listFacts: ListFacts; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = [...files.values()];
  const merged = mergeKeys(
    Object.keys(facts),
    read.map((file) => ({ file, path: [], entry: file.value })),
    zone,
    problems,
  );

  const listFacts = Object.fromEntries(
    (Object.keys(lists) as ListName[]).map((name) => {
      const having = read.filter(({ value }) => value[name] !== undefined);
      const first = having[0];
      if (!first) return [name, undefined];
      problems.push(...having.slice(1).flatMap((other) => lengthProblem(name, first, other)));
      const keys = Object.keys(lists[name].facts);
      const entries = first.value[name]!.map((_, index) =>
        mergeKeys(
          keys,
          having.flatMap((file) =>
            file.value[name]![index]
              ? [{ file, path: [name, index], entry: file.value[name]![index] }]
              : [],
          ),
          zone,
          problems,
        ),
      );
      return [name, entries];
    }),
  ) as ListFacts;
  return { facts: merged, listFacts, problems };
}

interface Saying {
  readonly file: ReadText<AnnouncementFile>;
  readonly path: readonly PropertyKey[];
  readonly entry: Readonly<Record<string, unknown>>;
}

function mergeKeys(
  keys: readonly string[],
  sayings: readonly Saying[],
  zone: string,
  problems: Problem[],
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const [first, ...others] = sayings.filter(({ entry }) => entry[key] !== undefined);
    if (!first) continue;
    merged[key] = first.entry[key];
    for (const other of others) {
      if (shown(other.entry[key], zone) !== shown(first.entry[key], zone))
        problems.push(disagreement(key, other, first, zone));
    }
  }
  return merged;
}

function disagreement(key: string, here: Saying, there: Saying, zone: string): Problem {
  const lineIn = ({ file, path }: Saying) => file.yaml.lineOf([...path, key]);
  return {
    id: 'facts-disagree',
    file: here.file.file,
    line: lineIn(here),
    params: {
      field: [...here.path, key].join('.'),
      value: shown(here.entry[key], zone),
      otherValue: shown(there.entry[key], zone),
      otherFile: there.file.file,
      otherLine: String(lineIn(there)),
    },
  };
}

function lengthProblem(
  name: ListName,
  first: ReadText<AnnouncementFile>,
  other: ReadText<AnnouncementFile>,
): Problem[] {
  const [count, otherCount] = [other.value[name]!.length, first.value[name]!.length];
  if (count === otherCount) return [];
  return [
    {
      id: 'list-length',
      file: other.file,
      line: other.yaml.lineOf([name]),
      params: { field: name, count, otherCount, otherFile: first.file },
    },
  ];
}

function shown(value: unknown, zone: string): string {
  if (typeof value === 'object' && value !== null && ('day' in value || 'instant' in value))
    return showWritten(value as Written, zone);
  if (Array.isArray(value)) return value.map((item) => shown(item, zone)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
