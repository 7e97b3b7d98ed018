import type { Locale } from '#lang/locale.ts';
import { showWritten, type Written } from '#lang/time.ts';
import { type AnnouncementFile, facts, type ListName, lists } from '#schema/announcement.ts';
import type { Problem } from '#schema/problem.ts';
import type { ReadText } from './files.ts';

/** The language files of one announcement, in the order of the site's languages. */
export type LanguageFiles = ReadonlyMap<Locale, ReadText<AnnouncementFile>>;

/** The merged facts of an announcement, without its lists. */
export type Facts = Pick<AnnouncementFile, keyof typeof facts>;
/** For each list, the facts of its entries by position. */
export type ListFacts = {
  readonly [Name in ListName]: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

/**
 * Merges the facts that the language files state. A fact may be written in any of the files. If it is written in
 * several, the values must be equal. Entries of lists are matched by position.
 * @param zone the time zone in which problems show moments
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

  const mergeList = (name: ListName): Array<Record<string, unknown>> => {
    const having = read.flatMap((file) => {
      const list = file.value[name];
      return list ? [{ file, list }] : [];
    });
    const [first, ...others] = having;
    if (!first) return [];
    problems.push(...others.flatMap((other) => lengthProblem(name, first, other)));
    const keys = Object.keys(lists[name].facts);
    return first.list.map((_, index) =>
      mergeKeys(
        keys,
        having.flatMap(({ file, list }) => {
          const entry = list[index];
          return entry ? [{ file, path: [name, index], entry }] : [];
        }),
        zone,
        problems,
      ),
    );
  };
  const listFacts = {
    gallery: mergeList('gallery'),
    attachments: mergeList('attachments'),
    outcomes: mergeList('outcomes'),
    corrections: mergeList('corrections'),
    updates: mergeList('updates'),
  };
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

/** A list as it is written in one language file. */
interface SaidList {
  readonly file: ReadText<AnnouncementFile>;
  readonly list: readonly unknown[];
}

function lengthProblem(name: ListName, first: SaidList, other: SaidList): Problem[] {
  const [count, otherCount] = [other.list.length, first.list.length];
  if (count === otherCount) return [];
  return [
    {
      id: 'list-length',
      file: other.file.file,
      line: other.file.yaml.lineOf([name]),
      params: { field: name, count, otherCount, otherFile: first.file.file },
    },
  ];
}

function shown(value: unknown, zone: string): string {
  if (
    typeof value === 'object' &&
    value !== null &&
    ('day' in value || 'instant' in value || 'local' in value)
  )
    return showWritten(value as Written, zone);
  if (Array.isArray(value)) return value.map((item) => shown(item, zone)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
