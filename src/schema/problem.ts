import type { Params } from '#lang/message.ts';
import { type EntryName, entryNames } from './registry-names.ts';

/** An id that no entry of a registry has: `unknown-topic`. */
export type UnknownEntry = `unknown-${EntryName}`;
const unknownEntries = Object.fromEntries(
  Object.values(entryNames).map((name) => [`unknown-${name}`, ['id', 'nearest']]),
) as unknown as Record<UnknownEntry, readonly ['id', 'nearest']>;

/** Every problem that can stop us, and the places its sentences may name. The sentences: `problems/<locale>.yaml`. */
export const problemPlaces = {
  'missing-file': [],
  'unknown-file': ['name', 'nearest'],
  undecodable: [],
  'too-large': ['limit'],
  'bad-character': ['character'],
  'leads-outside': [],
  'too-deep': [],
  'too-heavy': [],
  'file-content': ['path', 'ending'],
  'broken-yaml': ['detail'],
  'needs-quotes': ['corrected'],
  'duplicate-key': ['key'],
  'tab-indent': [],
  'not-a-map': [],
  'missing-front-matter': [],
  'unknown-field': ['field', 'nearest'],
  'missing-field': ['field'],
  'wrong-type': ['field', 'expected', 'value'],
  'impossible-date': ['field', 'value', 'nearest'],
  'not-one-of': ['field', 'value', 'allowed', 'nearest'],
  'bad-format': ['field', 'value', 'example'],
  'poor-contrast': ['field', 'value', 'contrast', 'least', 'legible'],
  'content-format': ['value', 'known'],
  'out-of-range': ['field', 'value', 'least', 'most'],
  'facts-disagree': ['field', 'value', 'otherValue', 'otherFile', 'otherLine'],
  'list-length': ['field', 'count', 'otherCount', 'otherFile'],
  'bad-slug': ['slug', 'suggestion'],
  'bad-id': ['name', 'example'],
  'wrong-year': ['folder', 'year', 'date'],
  'no-texts': ['folder'],
  'unknown-locale': ['locale', 'locales'],
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
  'ends-before-start': ['start', 'end'],
  'alert-without-expiry': [],
  'duplicate-address': ['address', 'other'],
  'reserved-address': ['address'],
  'own-address': ['address'],
  'bad-alias': ['alias', 'locales'],
  'bad-url': ['field', 'value'],
  'bad-time-zone': ['field', 'value'],
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
  'component-in-line': ['name'],
  'component-needs': ['name', 'attribute'],
  'heading-one': ['heading'],
  'held-leak': [],
  'private-iin': ['value'],
  'private-bank-card': ['value'],
  'private-iban': ['value'],
  'private-mobile-number': ['value'],
  'private-car-plate': ['value'],
  'private-identity-card': ['value'],
  'private-date-of-birth': ['value'],
  'private-author': ['value'],
  'private-location': [],
  'private-held': ['rule'],
  'privacy-ok-unknown': ['rule', 'rules', 'nearest'],
  'privacy-ok-reason': ['rule'],
  'privacy-ok-unused': ['rule'],
  'image-without': ['page', 'address', 'attribute'],
  'camera-data': ['path'],
  'page-weight': ['page', 'part', 'size', 'budget'],
  'second-flight': ['page', 'size', 'budget'],
  'mixed-scripts': ['word', 'corrected'],
  'other-language': ['locale'],
  'repeated-id': ['page', 'value'],
  'unended-element': ['page', 'name'],
  'inline-code': ['page', 'name'],
  'foreign-request': ['page', 'address'],
  'broken-link': ['address', 'page'],
  'broken-fragment': ['address', 'page', 'fragment'],
  'wrong-language': ['page', 'lang', 'expected'],
  'broken-translation': ['page', 'address'],
  typography: ['was', 'better', 'count'],
  'typography-spaces': ['count'],
  'foreign-passage': ['language', 'text'],
  'name-missing': ['name', 'language', 'other', 'written'],
  'name-misspelled': ['written', 'name'],
  'number-differs': ['value', 'language', 'other'],
  'unknown-words': ['language', 'words'],
  'same-title': ['page', 'title', 'other'],
  'feed-broken': ['feed', 'detail'],
  'feed-self': ['feed', 'address'],
  'feed-language': ['feed', 'lang', 'expected'],
  'feed-id': ['feed', 'entry'],
  'feed-date': ['feed', 'entry', 'value'],
  'feed-address': ['feed', 'entry', 'address'],
  'feed-markup': ['feed', 'entry', 'markup'],
  'feed-file': ['feed', 'entry', 'address'],
  'published-held': ['field', 'address', 'day'],
  'lost-announcement': ['address', 'line', 'nearest'],
  'event-revision': ['line'],
  'lost-address': ['address', 'line', 'nearest'],
  'too-many-redirects': ['host', 'limit', 'count'],
  // Last: a name above that is one of these does not compile.
  ...unknownEntries,
} as const satisfies Record<string, readonly string[]>;

export type ProblemId = keyof typeof problemPlaces;

/** What stops us: what kind, where, and with which values. Its sentences are found by `wording.ts`. */
export interface Problem {
  readonly id: ProblemId;
  /** The path as people know it, from the content folder: `announcements/2026/x/index.ru.md`. */
  readonly file: string;
  /** 1 is the first line; without one, the file as a whole is meant. */
  readonly line?: number | undefined;
  readonly params: Params;
}

/** Thrown when content cannot be built: all problems that were found, sorted by file and line. */
export class Problems extends Error {
  override name = 'Problems';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ id, file, line }) => `${file}:${line ?? 0} ${id}`).join('\n'));
    this.problems = [...problems].sort(byPlace);
  }
}

/** By file, then line, then what it is: the same order in every build. */
export function byPlace(a: Problem, b: Problem): number {
  const [keyA, keyB] = [a, b].map(({ file, line, id, params }) =>
    [file, String(line ?? 0).padStart(8, '0'), id, JSON.stringify(params)].join('\n'),
  );
  return keyA! < keyB! ? -1 : keyA! > keyB! ? 1 : 0;
}
