import { announcementFile } from '#schema/announcement.ts';
import { parseYaml } from '#lang/yaml.ts';
import { decodeText, splitFrontMatter } from '#schema/front-matter.ts';
import { changeSince, fingerprint } from '#site/fingerprint.ts';
import { type TextPart, textParts } from '#site/text-parts.ts';
import type { Person, Repository } from './repository.ts';

/** How many versions of a text are looked at. */
const most = 200;

/** An earlier version of a text. */
interface Version {
  readonly author: Person;
  /** Undefined when the file was not there, or is no text that can be read. */
  readonly parts: readonly TextPart[] | undefined;
}

/** What the history of a text says. */
export interface TextHistory {
  /** Everybody who has changed what the text says since it was approved, or since it began. */
  readonly authors: readonly Person[];
  /** The parts of the text as it was approved; undefined when that version is not in the history. */
  readonly approved: readonly TextPart[] | undefined;
}

/**
 * Reads from the history who has written a text.
 * @param path the file, from the root of the repository
 * @param of the fingerprint of the approved state, if there was one
 * @throws {GitFailure}
 */
export async function historyOf(
  repository: Repository,
  path: string,
  of: string | undefined,
): Promise<TextHistory> {
  const { git } = repository;
  const isApproved = (parts: Version['parts']) =>
    of !== undefined && parts !== undefined && changeSince(parts, of) === undefined;
  const log = await git(['log', `-${most}`, '--format=%H%x00%an%x00%ae', '--', path]);
  const commits = log.split('\n').filter(Boolean);
  const versions: Version[] = [];
  for (const line of commits) {
    const [commit = '', name = '', email = ''] = line.split('\0');
    const text = await git(['show', `${commit}:${path}`], { answers: [128] });
    const parts = partsOf(text);
    versions.push({ author: { name, email }, parts });
    if (isApproved(parts)) break;
  }
  const authors: Person[] = [];
  const isDirty = (await git(['status', '--porcelain', '--', path])).trim() !== '';
  if (isDirty) authors.push(await repository.person());
  for (const [index, { author, parts }] of versions.entries()) {
    if (isApproved(parts)) break;
    const before = versions[index + 1]?.parts;
    if (!parts || !before || fingerprint(parts) !== fingerprint(before)) authors.push(author);
  }
  return { authors, approved: versions.find(({ parts }) => isApproved(parts))?.parts };
}

function partsOf(written: string): TextPart[] | undefined {
  const text = decodeText(Buffer.from(written))?.replace(/^\uFEFF/u, '') ?? '';
  const front = splitFrontMatter(text);
  if (!front) return undefined;
  const yaml = parseYaml(front.yaml, front.yamlLine);
  if ('faults' in yaml) return undefined;
  const { success, data } = announcementFile.safeParse(yaml.value);
  if (!success) return undefined;
  const { body, bodyLine } = front;
  return textParts({ value: data, yaml, source: { file: '', format: 'md', body, bodyLine } });
}

/** Whether two names in the history are one person. */
export function isSamePerson(a: Person, b: Person): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  return (
    (plain(a.email) !== '' && plain(a.email) === plain(b.email)) ||
    (plain(a.name) !== '' && plain(a.name) === plain(b.name))
  );
}
