import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '#messages/user-error.ts';
import { writeYaml } from '#lang/yaml.ts';
import { announcementFile } from '#schema/announcement.ts';
import { joinFrontMatter } from '#schema/front-matter.ts';
import type { NewAnnouncement, NewText, WrittenFacts } from './new-announcement.ts';

/** The folder of an announcement, relative to the content folder. */
export function folderOf({ year, slug }: Pick<NewAnnouncement, 'year' | 'slug'>): string {
  return `announcements/${year}/${slug}`;
}

/**
 * Writes a new announcement completely or not at all. It never overwrites another.
 * @param content the content folder
 * @returns the paths of the written files, relative to the content folder
 * @throws {UserError} when an announcement of this year and slug exists
 */
export function writeAnnouncement(content: string, announcement: NewAnnouncement): string[] {
  const folder = folderOf(announcement);
  const place = join(content, folder);
  // The folder is hidden so that a running preview does not see it half written.
  const beside = join(content, `announcements/${announcement.year}/.${announcement.slug}.new`);
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  try {
    const files = announcementFiles(announcement);
    for (const [name, bytes] of files) writeFileSync(join(beside, name), bytes);
    if (existsSync(place)) throw new UserError('announcement-exists', { folder });
    renameSync(beside, place);
    return [...files.keys()].map((name) => `${folder}/${name}`);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** The files of an announcement by name: first its texts, then the others. */
export function announcementFiles({
  texts,
  facts,
  files = new Map(),
}: NewAnnouncement): Map<string, string | Uint8Array> {
  const written = [...texts].map(
    ([locale, text], index) =>
      [`index.${locale}.md`, markdownOf(text, index === 0 ? facts : {})] as const,
  );
  return new Map<string, string | Uint8Array>([...written, ...files]);
}

/** The order of the fields: always that of the schema, with `draft` right below the title. */
const order = new Set(['title', 'draft', ...Object.keys(announcementFile.shape)]);

function markdownOf({ fields, body }: NewText, facts: WrittenFacts): string {
  const written: Readonly<Record<string, unknown>> = { ...facts, ...fields };
  const said = [...order].filter(
    (name) =>
      written[name] !== undefined &&
      written[name] !== false &&
      !(Array.isArray(written[name]) && written[name].length === 0),
  );
  return joinFrontMatter(
    writeYaml(Object.fromEntries(said.map((name) => [name, written[name]]))),
    body,
  );
}
