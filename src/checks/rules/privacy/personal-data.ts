import type { Model } from '#site/model.ts';
import type { UnplacedFinding, Rule, Severity, TextInspection } from '#checks/rule.ts';
import type { SourceFile, Sources } from '#site/sources.ts';
import { isPermitted } from './permissions.ts';
import { mask } from './mask.ts';

/** What decides whether a value is personal. A plain value. */
export interface About {
  readonly year: number;
  /** Public telephone numbers: those of the site and of its divisions. */
  readonly numbers: readonly string[];
  /** Public addresses: those of the site and of its divisions. */
  readonly addresses: readonly string[];
}

/** The current year, and the public telephone numbers and addresses of a site. */
export function aboutOf(now: Date, { site, divisions }: Pick<Model, 'site' | 'divisions'>): About {
  const numbers = [
    ...site.contacts.phones.map(({ number }) => number),
    ...[...divisions.values()].flatMap(({ phone }) => phone ?? []),
  ];
  const addresses = [site.publisher, ...divisions.values()].flatMap(({ address }) =>
    Object.values(address ?? {}),
  );
  return { year: now.getUTCFullYear(), numbers, addresses };
}

/** A kind of personal data that no text should contain. */
export interface PersonalData {
  readonly name: string;
  readonly severity: Severity;
  /** See `Rule`. */
  readonly severityInPublication?: Severity;
  /** The id of its sentences, which show the masked `value`. */
  readonly id: `private-${string}`;
  /** Finds the data in a text. */
  search(text: string, about: About): Iterable<DataMatch>;
}

/** A value that was found, and its place. */
export interface DataMatch {
  /** Index in the searched text. */
  readonly index: number;
  readonly value: string;
}

/**
 * Makes a rule that searches everything that is or will be public: texts with their fields, and what can be read in
 * documents. Data in a held text is reported early, as a warning and without its value, so that an unattended build
 * at night does not stop at it. Removed texts are not searched.
 */
export function personalData({ name, id, search, ...severities }: PersonalData): Rule {
  const faultsIn = (
    sources: Pick<Sources, 'permissions'>,
    { file, folder, standing }: SourceFile,
    matches: Iterable<DataMatch>,
    lineOf: (match: DataMatch) => number | undefined,
  ): UnplacedFinding[] => {
    if (isPermitted(sources, folder, name)) return [];
    return Array.from(matches, (match): UnplacedFinding => {
      const place = { file, line: lineOf(match) };
      return standing === 'held'
        ? { id: 'private-held', params: { rule: name }, ...place, severity: 'warning' }
        : { id, params: { value: mask(match.value) }, ...place };
    });
  };
  return {
    name,
    ...severities,
    sentences: { [id]: ['value'] },
    ofText: {
      basis: ({ snapshot, sources: { permissions } }) => ({
        about: aboutOf(snapshot.now, snapshot.model),
        permissions,
      }),
      inspector:
        ({ about, permissions }) =>
        (source) => {
          if (source.standing === 'removed') return [];
          const text = readable(source.written);
          return faultsIn(
            { permissions },
            source,
            search(text, about),
            ({ index }) => text.slice(0, index).split('\n').length,
          );
        },
    } satisfies TextInspection<{ about: About; permissions: Sources['permissions'] }>,
    ofContent: ({ snapshot, sources, attachments }) => {
      const about = aboutOf(snapshot.now, snapshot.model);
      return sources.files.flatMap((source) => {
        const attachment = attachments.get(source.file);
        return attachment && source.standing !== 'removed'
          ? faultsIn(sources, source, search(attachment.text, about), () => undefined)
          : [];
      });
    },
  };
}

/** A Markdown text without the marks that may occur inside a number. Line breaks stay where they are. */
export function readable(text: string): string {
  return text
    .replaceAll(/[*_~`\\\u00ad\u200b-\u200d\u2060]/gu, '')
    .replaceAll(/[\u00a0\u2007\u202f]/gu, ' ')
    .replaceAll(/[‐-–]/gu, '-');
}

/**
 * The text with blanks in place of addresses on the web, whose digits are ids of pages. Those of messengers stay: they
 * are made of telephone numbers.
 */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s<>"')\]]+/giu, (address) =>
    messenger.test(address) ? address : ' '.repeat(address.length),
  );
}

const messenger = /^https?:\/\/(?:wa\.me|(?:[\w-]+\.)?whatsapp\.com|t\.me|viber\.click)\//iu;

/** Matches of a pattern whose group `value`, or else the whole match, passes a test. */
export function* matches(
  text: string,
  pattern: RegExp,
  accepts: (value: string) => boolean = () => true,
): Generator<DataMatch> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.value ?? match[0];
    if (accepts(value)) yield { index: match.index + match[0].lastIndexOf(value), value };
  }
}
