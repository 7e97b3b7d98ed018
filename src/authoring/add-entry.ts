import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { writeYaml } from '#lang/yaml.ts';
import { joinFrontMatter } from '#schema/front-matter.ts';
import { UserError } from '#messages/user-error.ts';

/** What can be added to a site beside announcements. */
export const entryKinds = ['topic', 'division', 'person', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A topic, a division, a person or a standing page that is not in the content folder yet. */
export interface NewEntry {
  readonly kind: EntryKind;
  /** The id of an entry of a registry, or the slug of a page. */
  readonly id: string;
  /** The name, label or title in every language of the site. */
  readonly names: ReadonlyMap<Locale, string>;
  /** What a person does, in every language of the site. */
  readonly roles?: ReadonlyMap<Locale, string>;
  /** The id of the division of a person. */
  readonly division?: string | undefined;
  /** The placeholder for the body of a page, a comment that readers never see. */
  invitation?(locale: Locale): string;
}

/** The file in which all topics are. */
export const topicsFile = 'topics.yaml';

/**
 * Writes a new entry. It never overwrites another; what is in `topics.yaml` stays as it is, comments included.
 * @param content the content folder
 * @param taken the ids of this kind that the site has
 * @returns the paths of the written files, relative to the content folder
 * @throws {UserError} when an entry of this kind and id exists
 */
export function addEntry(content: string, entry: NewEntry, taken: Iterable<string>): string[] {
  const files = filesOf(entry);
  if (
    new Set(taken).has(entry.id) ||
    [...files.keys()].some((file) => file !== topicsFile && existsSync(join(content, file)))
  )
    throw new UserError('entry-exists', { id: entry.id });
  for (const [file, text] of files) {
    const path = join(content, file);
    mkdirSync(dirname(path), { recursive: true });
    if (file === topicsFile) writeFileSync(path, `${textBefore(path)}${text}`);
    else writeFileSync(path, text, { flag: 'wx' });
  }
  return [...files.keys()];
}

/** What a file says, ready for further lines. */
function textBefore(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : '';
  return text === '' || text === '{}' ? '' : `${text}\n`;
}

function filesOf({ kind, id, names, roles, division, invitation }: NewEntry): Map<string, string> {
  const inLanguages = (texts: ReadonlyMap<Locale, string>) => Object.fromEntries(texts);
  switch (kind) {
    case 'topic':
      return new Map([[topicsFile, writeYaml({ [id]: { label: inLanguages(names) } })]]);
    case 'division':
      return new Map([[`divisions/${id}.yaml`, writeYaml({ name: inLanguages(names) })]]);
    case 'person':
      return new Map([
        [
          `people/${id}.yaml`,
          writeYaml({
            name: inLanguages(names),
            role: inLanguages(roles ?? new Map()),
            ...(division !== undefined && { division }),
          }),
        ],
      ]);
    case 'page':
      return new Map(
        [...names].map(([locale, title]) => [
          `pages/${id}/index.${locale}.md`,
          joinFrontMatter(writeYaml({ title }), `<!-- ${invitation?.(locale) ?? ''} -->\n`),
        ]),
      );
  }
}
