import { byCode } from '#lang/sort.ts';
import type { Params } from '#lang/message.ts';
import type { ArgumentsOf, Filled, PlaceholderTable } from '#lang/placeholders.ts';
import { type EntryName, entryNames } from './registry-names.ts';

/** The problem of an id that a registry does not contain: `unknown-topic`. */
export type UnknownEntry = `unknown-${EntryName}`;
const unknownEntries = Object.fromEntries(
  Object.values(entryNames).map((name) => [`unknown-${name}`, ['id', 'nearest']]),
) as unknown as Record<UnknownEntry, readonly ['id', 'nearest']>;

/**
 * Every problem with content, and the placeholders of its sentences (`src/languages/<tag>/problems.yaml`). A problem
 * that only one rule of the checks finds is declared by that rule.
 */
export const problemPlaceholders = {
  'missing-file': [],
  'unknown-file': ['name', 'nearest'],
  undecodable: [],
  'too-large': ['limit'],
  'bad-character': ['character'],
  'merge-conflict': [],
  'turned-text': ['field'],
  'leads-outside': [],
  'too-deep': [],
  'too-heavy': [],
  'file-content': ['path', 'ending'],
  'broken-yaml': [],
  'yaml-unclosed': [],
  'yaml-indent': [],
  'yaml-no-colon': [],
  'needs-quotes': ['corrected'],
  'cut-text': ['cut', 'corrected'],
  'broken-line': ['corrected'],
  'duplicate-key': ['key'],
  'tab-indent': [],
  'not-a-map': [],
  'missing-front-matter': [],
  'unknown-field': ['field', 'nearest'],
  'missing-field': ['field'],
  'foreign-field': ['field', 'own', 'corrected'],
  'wrong-type': ['field', 'expected', 'value', 'nearest'],
  'impossible-date': ['field', 'value', 'nearest'],
  'not-one-of': ['field', 'value', 'allowed', 'nearest'],
  'bad-format': ['field', 'value', 'example', 'nearest'],
  'poor-contrast': ['field', 'value', 'contrast', 'least', 'legible'],
  'content-format': ['value', 'known'],
  'out-of-range': ['field', 'value', 'least', 'most'],
  'facts-disagree': ['field', 'value', 'otherValue', 'otherFile', 'otherLine'],
  'list-length': ['field', 'count', 'otherCount', 'otherFile'],
  'bad-slug': ['slug', 'suggestion'],
  'bad-id': ['name', 'example'],
  'wrong-year': ['folder', 'year', 'date'],
  'no-texts': ['folder'],
  'unknown-locale': ['locale', 'locales', 'nearest'],
  'unknown-language': ['field', 'value'],
  'duplicate-locale': ['locale'],
  'two-files': ['other'],
  'unknown-contact': ['id', 'nearest'],
  'unknown-source': ['locale'],
  'division-circle': ['circle'],
  'missing-alt': ['field'],
  'missing-picture': ['path'],
  'missing-picture-alt': ['path'],
  'bad-font': ['path'],
  'font-too-large': ['path', 'size', 'limit'],
  'font-letters': ['path', 'locale', 'letters'],
  'picture-not-a-picture': ['path'],
  'picture-heic': ['path'],
  'picture-svg': ['path'],
  'picture-too-many-pixels': ['path'],
  'picture-damaged': ['path'],
  'picture-changed': ['path'],
  'missing-attachment': ['path'],
  'attachment-type': ['path', 'types'],
  'attachment-name': ['path'],
  'missing-translation': ['field', 'locale'],
  'needs-field': ['field', 'because'],
  'correction-in-future': ['date'],
  'update-in-future': ['date'],
  'ends-before-start': ['start', 'end'],
  'event-half-timed': ['start', 'end'],
  'other-offset': ['field', 'value', 'corrected', 'same'],
  'expires-before-date': ['expires', 'date'],
  'alert-without-expiry': [],
  'duplicate-address': ['address', 'other'],
  'reserved-address': ['address'],
  'own-address': ['address'],
  'bad-alias': ['alias', 'locales'],
  'bad-url': ['field', 'value'],
  'bad-time-zone': ['field', 'value'],
  'zone-offset': ['field', 'value', 'corrected'],
  'zone-town': ['field', 'value', 'corrected'],
  'url-without-https': ['field', 'value', 'corrected'],
  'language-code': ['field', 'value', 'corrected'],
  'missing-dictionary': ['locale'],
  'missing-string': ['key', 'note'],
  'unknown-string': ['key', 'nearest'],
  'string-type': ['key'],
  'plural-form': ['key', 'form'],
  'unknown-place': ['key', 'place', 'places'],
  'refused-link': ['address'],
  'missing-target': ['address'],
  'refused-picture': ['address'],
  'mdx-code': ['code'],
  'mdx-syntax': ['detail'],
  'unknown-component': ['name', 'nearest', 'components'],
  'component-attribute': ['name', 'attribute', 'attributes'],
  'mdx-attribute': ['name', 'attribute'],
  'component-throws': ['name', 'place', 'detail'],
  'component-endless': ['names', 'seconds'],
  'component-script': ['name'],
  'component-in-line': ['name'],
  'theme-component-name': ['name'],
  'theme-page-name': ['name'],
  'theme-page-title': ['example'],
  'theme-page-file': ['name'],
  'theme-paths-missing': ['example'],
  'theme-paths-form': ['example'],
  'theme-paths-throws': ['detail', 'place'],
  'theme-paths-endless': ['seconds'],
  'theme-path': ['address'],
  'theme-path-taken': ['address'],
  'theme-path-title': ['address', 'example'],
  'component-needs': ['name', 'attribute'],
  'unknown-element': ['element', 'corrected'],
  'unclosed-element': ['element', 'corrected'],
  'dropped-element': ['element', 'corrected'],
  'embedded-element': ['element', 'corrected'],
  'embedded-address': ['element', 'address', 'corrected'],
  'missing-words': ['words'],
  'heading-one': ['heading'],
  'literal-mark': ['mark', 'nearest'],
  'foreign-code': ['mark', 'nearest'],
  'table-row': ['row', 'nearest'],
  'broken-letters': ['text', 'nearest'],
  placeholder: ['words'],
  'empty-alt': ['alt'],
  'empty-link': ['words', 'address'],
  'heading-skips': ['heading', 'corrected'],
  'bold-heading': ['heading', 'corrected'],
  'table-heads': [],
  capitals: ['text'],
  'private-held': ['rule'],
  'mixed-scripts': ['word', 'corrected'],
  typography: ['was', 'better', 'count'],
  'typography-spaces': ['count'],
  'foreign-passage': ['language', 'text'],
  'name-missing': ['name', 'language', 'other', 'written'],
  'name-misspelled': ['written', 'name'],
  'number-differs': ['value', 'language', 'other'],
  'unknown-words': ['language', 'words'],
  'published-held': ['field', 'address', 'day'],
  'removed-before': ['address', 'line'],
  'held-fact': ['field', 'line'],
  'published-unapproved': ['address', 'id', 'locale'],
  'lost-announcement': ['address', 'line', 'nearest'],
  'event-revision': ['line'],
  'lost-address': ['address', 'line', 'nearest'],
  // Keep this last: then a name above that is also one of these does not compile.
  ...unknownEntries,
} as const satisfies PlaceholderTable;

export type ProblemId = keyof typeof problemPlaceholders;

type ProblemTable = typeof problemPlaceholders;

/** A problem with the values of its sentences, without its place. */
export type FilledProblem<Id extends ProblemId = ProblemId> = Filled<ProblemTable, Id>;
/** The last argument of a function that takes a problem id: its values, absent when the problem has none. */
export type ProblemArguments<Id extends ProblemId> = ArgumentsOf<ProblemTable, Id>;

/**
 * Something to report about a place in the content, with two sentences in one of the dictionaries: a problem, or a
 * finding of a check.
 */
export interface Reported {
  readonly id: string;
  /** The path as people know it, from the content folder: `announcements/2026/x/index.ru.md`. */
  readonly file: string;
  /** The first line is 1. Without a line, the whole file is meant. */
  readonly line?: number | undefined;
  readonly params: Params;
}

/** A problem with the content: its id, its place and the values of its sentences. `wording.ts` finds the sentences. */
export type Problem<Id extends ProblemId = ProblemId> = FilledProblem<Id> & ProblemPlace;
/** The place of a problem in the content. */
export type ProblemPlace = Pick<Reported, 'file' | 'line'>;

/** Makes a problem from its id, place and values. */
export function problemAt<Id extends ProblemId>(
  id: Id,
  place: ProblemPlace,
  ...[params]: ProblemArguments<Id>
): Problem {
  return { id, ...place, params: params ?? {} } as Problem;
}

/** Thrown when content cannot be built. Holds all problems that were found, sorted by file and line. */
export class Problems extends Error {
  override name = 'Problems';
  readonly problems: readonly Reported[];

  constructor(problems: readonly Reported[]) {
    super(problems.map(({ id, file, line }) => `${file}:${line ?? 0} ${id}`).join('\n'));
    this.problems = [...problems].sort(byPlace);
  }
}

/** Compares by file, then line, then id and values, so that every build gives the same order. */
export function byPlace(a: Reported, b: Reported): number {
  return byCode(placeKey(a), placeKey(b));
}

function placeKey({ file, line, id, params }: Reported): string {
  return [file, String(line ?? 0).padStart(8, '0'), id, JSON.stringify(params)].join('\n');
}

/** Whether something stops a build: every problem with the content, and of the findings of rules those that are errors. */
export function stopsBuild(reported: Reported): boolean {
  return !('severity' in reported) || reported.severity === 'error';
}
