import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '#messages/messages.ts';
import { hasComments, parseYaml } from '#lang/yaml.ts';
import { decodeText, type FrontMatter, splitFrontMatter } from '#schema/front-matter.ts';
import { type BodyLoss, lostBetween } from './lost.ts';

/** What a save would lose: something of the body, or what the editor cannot read (YAML comments, MDX components). */
export type Loss = BodyLoss | 'comments' | 'components';

/** What the editor is about to save: the fields and the body of each language of an announcement. */
export interface DeskEntry {
  /** The path of the text in the editor's main language. */
  readonly path?: string;
  readonly data?: Data;
  readonly i18n?: Readonly<Record<string, { readonly data?: Data }>>;
}
interface Data {
  readonly body?: unknown;
}

/**
 * Decides whether the editor may save an announcement.
 * @param content the content folder, which still has the texts from before
 * @returns the reason for refusing, for the person; undefined when it may save
 */
export function refusalOf(
  content: string,
  { path = '', data = {}, i18n = {} }: DeskEntry,
  say: Say,
): string | undefined {
  const texts = textsOf(content, { path, data, i18n });
  // Without a date, the editor does not know the year for the folder.
  if (!texts) return say('desk.needs-date');
  const losses = texts.flatMap(({ file, data: saved }) =>
    lossesOf(file, typeof saved?.body === 'string' ? saved.body : ''),
  );
  return losses.length > 0
    ? say('desk.lost', {
        what: [...new Set(losses)].map((loss) => say(`desk.lost.${loss}`)).join(', '),
      })
    : undefined;
}

/** What the existing files of an announcement say, by language. */
export interface EntryBefore {
  /** The front matter. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly bodies: Readonly<Record<string, string>>;
  /** A hash of the bytes (SHA-256), by which the editor recognises what it has read. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Reads what the existing files of an announcement say. */
export function entryBefore(content: string, entry: DeskEntry): EntryBefore {
  const read = (textsOf(content, entry) ?? []).flatMap(({ locale, file }) => {
    const parts = partsOf(file);
    const yaml = parseYaml(parts?.yaml ?? '');
    return parts
      ? [{ locale, body: parts.body, value: 'value' in yaml ? yaml.value : undefined, file }]
      : [];
  });
  return {
    before: Object.fromEntries(
      read.flatMap(({ locale, value }) => (value ? [[locale, value] as const] : [])),
    ),
    bodies: Object.fromEntries(read.map(({ locale, body }) => [locale, body])),
    versions: Object.fromEntries(
      read.map(({ locale, file }) => [
        locale,
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
    ),
  };
}

/**
 * The texts of an entry. The path comes from a web page, so it is validated: it cannot point outside the announcements.
 */
function textsOf(content: string, { path = '', data = {}, i18n = {} }: DeskEntry) {
  const { id, main } =
    /announcements\/(?<id>\d{4}\/[a-z0-9-]+)\/index\.(?<main>[\w-]+)\.md$/u.exec(path)?.groups ??
    {};
  if (!id || !main) return undefined;
  const all = [
    [main, data] as const,
    ...Object.entries(i18n).map(([locale, text]) => [locale, text.data] as const),
  ].filter(([locale]) => /^[\w-]+$/u.test(locale));
  return all.map(([locale, saved]) => ({
    locale,
    data: saved,
    file: join(content, 'announcements', id, `index.${locale}.md`),
  }));
}

function partsOf(file: string): FrontMatter | undefined {
  return existsSync(file)
    ? splitFrontMatter(decodeText(readFileSync(file))?.replace(/^\uFEFF/u, '') ?? '')
    : undefined;
}

/** @param file the file of one language as the editor would write it: `index.ru.md` */
function lossesOf(file: string, body: string): Loss[] {
  // The editor does not see MDX texts, and would write a second file beside this one.
  if (existsSync(`${file}x`)) return ['components'];
  const before = partsOf(file);
  if (!before) return [];
  return [
    ...(hasComments(before.yaml) ? ['comments' as const] : []),
    ...lostBetween(before.body, body),
  ];
}
