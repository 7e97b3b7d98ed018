import { mustGet } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import type { ValidAnnouncement } from './announcement.ts';
import { announcementId } from './announcement.ts';
import { listFiles } from '#cache/list-files.ts';
import type { Reader } from './files.ts';
import type { WrittenAnnouncement, WrittenModel } from './model.ts';
import { portraitFile } from './public-entries.ts';

/** Whether readers may see what a file says: yes; not yet; no longer. */
export type Visibility = 'public' | 'held' | 'removed';

/** A text file of the content, unparsed: front matter, Markdown, YAML. */
export interface SourceText {
  /** The path from the content folder. */
  readonly file: string;
  readonly standing: Visibility;
  readonly written: string;
  /** The folder of the announcement it belongs to. */
  readonly folder?: string | undefined;
}

/** A file of the content that is not read as text: a picture, a document. */
export interface SourceFile {
  readonly file: string;
  readonly standing: Visibility;
  readonly folder?: string | undefined;
}

/** A line `rule: reason` of `privacyOk`. */
export interface Permission {
  /** The folder of the announcement that contains the line. */
  readonly folder: string;
  readonly standing: Visibility;
  readonly file: string;
  readonly line: number;
  readonly said: string;
}

/** Everything a site was made from, including what is held or removed. Each list is sorted by file. */
export interface Sources {
  readonly texts: readonly SourceText[];
  readonly files: readonly SourceFile[];
  readonly permissions: readonly Permission[];
}

/** The sources of a site that could not be read. */
export const noSources: Sources = { texts: [], files: [], permissions: [] };

/** Determines for every file of the content folder whether readers may see it. */
export function sourcesOf(
  reader: Reader,
  sound: readonly ValidAnnouncement[],
  model: WrittenModel,
): Sources {
  const announcements = announcementStandings(reader, sound, model);
  const shownEntries = new Set([
    ...[...model.divisions.keys()].map((id) => `divisions/${id}.yaml`),
    ...[...model.people.values()].flatMap((person) => [
      `people/${person.id}.yaml`,
      ...(person.portrait ? [portraitFile(person.portrait)] : []),
    ]),
  ]);
  const standingOf = (file: string): Visibility => {
    const announcement = announcements.get(folderOf(file) ?? '');
    if (announcement) return announcement(file);
    return /^(?:divisions|people)\//u.test(file) && !shownEntries.has(file) ? 'held' : 'public';
  };
  const source = (file: string) => ({ file, standing: standingOf(file), folder: folderOf(file) });
  const files = everyFile(reader.folder).filter((file) => !reader.written.has(file));
  const texts = [...reader.written].map(([file, written]) => ({ ...source(file), written }));
  return {
    texts: texts.sort((a, b) => byCode(a.file, b.file)),
    files: files.map(source),
    permissions: sound.flatMap((announcement) => permissionsOf(announcement, standingOf)),
  };
}

/** For the folder of each announcement, a function that gives the visibility of a file in it. */
function announcementStandings(
  { written }: Reader,
  sound: readonly ValidAnnouncement[],
  model: WrittenModel,
): Map<string, (file: string) => Visibility> {
  const shown = new Map(model.announcements.map((announcement) => [announcement.id, announcement]));
  const removed = new Set(model.removed.map(({ id }) => id));
  return new Map(
    sound.map((announcement) => {
      const id = announcementId(announcement);
      const standing = removed.has(id) ? 'removed' : 'held';
      const visible = visibleFiles(announcement, shown.get(id), written);
      return [announcement.folder, (file) => (visible(file) ? 'public' : standing)];
    }),
  );
}

/** Readers may see a file beside the texts when a public text uses it, or when no held text does. */
function visibleFiles(
  { files }: ValidAnnouncement,
  shown: WrittenAnnouncement | undefined,
  written: ReadonlyMap<string, string>,
): (file: string) => boolean {
  if (!shown) return () => false;
  const texts = Object.values(shown.texts).filter(({ held }) => !held);
  const visible = new Set(
    texts
      .flatMap(({ source, cover, gallery, attachments }) => [
        source,
        ...(cover ? [cover] : []),
        ...gallery,
        ...attachments,
      ])
      .map(({ file }) => file),
  );
  const others = [...files.values()]
    .filter(({ file }) => !visible.has(file))
    .map(({ file }) => mustGet(written, file));
  return (file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (visible.has(file) || texts.some(({ source }) => source.body.includes(name))) return true;
    return !/^index\.[^.]+\.mdx?$/u.test(name) && !others.some((text) => text.includes(name));
  };
}

function permissionsOf(
  { folder, files }: ValidAnnouncement,
  standingOf: (file: string) => Visibility,
): Permission[] {
  return [...files.values()].flatMap(({ file, value, yaml }) =>
    (value.privacyOk ?? []).map((said, index) => ({
      folder,
      standing: standingOf(file),
      file,
      line: yaml.lineOf(['privacyOk', index]),
      said,
    })),
  );
}

/** The folder of the announcement to which a file belongs: `announcements/2026/x`. */
function folderOf(file: string): string | undefined {
  return /^announcements\/\d{4}\/[^/]+(?=\/)/u.exec(file)?.[0];
}

/** Every file below a folder, without hidden ones, as paths with `/`. */
function everyFile(folder: string): string[] {
  return listFiles(folder).filter((file) => !/(?:^|\/)\./u.test(file));
}
