import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '#messages/messages.ts';
import { hasComments, parseYaml } from '#lang/yaml.ts';
import { decodeText, type FrontMatter, splitFrontMatter } from '#schema/front-matter.ts';
import { type BodyLoss, lostBetween } from './lost.ts';

/** What the editor would lose of an announcement: of a body, or because it cannot read what is written there. */
export type Loss = BodyLoss | 'comments' | 'components';

/** What the editor is about to save: fields and a body for each language of an announcement. */
export interface DeskEntry {
  /** Of the text in the main language of the editor. */
  readonly path?: string;
  readonly data?: Data;
  readonly i18n?: Readonly<Record<string, { readonly data?: Data }>>;
}
interface Data {
  readonly body?: unknown;
}

/**
 * Whether the editor may save an announcement.
 * @param content the content folder, in which the texts stand as they were before
 * @returns why not, for the person; undefined when it may
 */
export function refusalOf(
  content: string,
  { path = '', data = {}, i18n = {} }: DeskEntry,
  say: Say,
): string | undefined {
  const texts = textsOf(content, { path, data, i18n });
  // Without a date the editor finds no year for the folder.
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

/** What the files of an announcement say among their fields, by language. */
export function fieldsBefore(content: string, entry: DeskEntry): Record<string, unknown> {
  const read = (textsOf(content, entry) ?? []).flatMap(({ locale, file }) => {
    const yaml = parseYaml(partsOf(file)?.yaml ?? '');
    return 'value' in yaml && yaml.value ? [[locale, yaml.value] as const] : [];
  });
  return Object.fromEntries(read);
}

/** The texts that an entry is about. The name comes from a page: it leads to no file outside the announcements. */
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

/** @param file of one language, as the editor would write it: `index.ru.md` */
function lossesOf(file: string, body: string): Loss[] {
  // The editor sees no text with components, and would write another beside it.
  if (existsSync(`${file}x`)) return ['components'];
  const before = partsOf(file);
  if (!before) return [];
  return [
    ...(hasComments(before.yaml) ? ['comments' as const] : []),
    ...lostBetween(before.body, body),
  ];
}
