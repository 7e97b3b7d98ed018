import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Params } from '#lang/message.ts';
import { hasComments } from '#lang/yaml.ts';
import { decodeText, splitFrontMatter } from '#schema/front-matter.ts';
import { type BodyLoss, lostBetween } from './lost.ts';

/** What the editor would lose of an announcement: of a body, or because it cannot read what is written there. */
export type Loss = BodyLoss | 'comments' | 'components';

export type RefusalWord = 'desk.lost' | `desk.lost.${Loss}` | 'desk.needs-date';

/** What the editor is about to save: fields and a body for each language of an announcement. */
export interface Entry {
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
export function refusalOf(content: string, { path = '', data = {}, i18n = {} }: Entry, say: (id: RefusalWord, params?: Params) => string): string | undefined {
  // The name comes from a page: it leads to no file outside the announcements. Without a date the editor finds no year for the folder.
  const { id, main } = /announcements\/(?<id>\d{4}\/[a-z0-9-]+)\/index\.(?<main>[\w-]+)\.md$/u.exec(path)?.groups ?? {};
  if (!id || !main) return say('desk.needs-date');
  const texts = [[main, data] as const, ...Object.entries(i18n).map(([locale, text]) => [locale, text.data] as const)].filter(([locale]) => /^[\w-]+$/u.test(locale));
  const losses = texts.flatMap(([locale, saved]) => lossesOf(join(content, 'announcements', id, `index.${locale}.md`), typeof saved?.body === 'string' ? saved.body : ''));
  return losses.length > 0 ? say('desk.lost', { what: [...new Set(losses)].map((loss) => say(`desk.lost.${loss}`)).join(', ') }) : undefined;
}

/** @param file of one language, as the editor would write it: `index.ru.md` */
function lossesOf(file: string, body: string): Loss[] {
  // The editor sees no text with components, and would write another beside it.
  if (existsSync(`${file}x`)) return ['components'];
  const before = existsSync(file) ? splitFrontMatter(decodeText(readFileSync(file))?.replace(/^\uFEFF/u, '') ?? '') : undefined;
  if (!before) return [];
  return [...(hasComments(before.yaml) ? ['comments' as const] : []), ...lostBetween(before.body, body)];
}
