import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { nearest } from '#lang/nearest.ts';
import { parseYaml } from '#lang/yaml.ts';
import { UserError } from '#messages/user-error.ts';
import { announcementFile } from '#schema/announcement.ts';
import { decodeText, splitFrontMatter } from '#schema/front-matter.ts';

/** The templates that come with Jarshy. A kind without one begins with an empty text. */
export const builtInTemplates = ['event', 'meeting', 'alert', 'vacancy', 'correction'] as const;
export type BuiltInTemplate = (typeof builtInTemplates)[number];

/** The folder of the office's own templates, in the content folder: `event.ru.md`. */
export const templatesFolder = 'templates';

/** What a template says in one language. */
export interface OwnTemplate {
  /** Fields of the front matter beside title and draft. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly body: string;
}

/** The names of the office's own templates. */
export function ownTemplates(content: string): Set<string> {
  const folder = join(content, templatesFolder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(
    files.flatMap((file) => /^(?<name>[^.]+)\.[^.]+\.md$/u.exec(file)?.groups?.name ?? []),
  );
}

/**
 * An office's own template in a language.
 * @returns undefined if there is none
 * @throws {UserError} for a field that announcements do not have, or front matter that cannot be read
 */
export function readOwnTemplate(
  content: string,
  name: string,
  locale: Locale,
): OwnTemplate | undefined {
  const file = `${templatesFolder}/${name}.${locale}.md`;
  const path = join(content, file);
  if (!existsSync(path)) return undefined;
  const text = decodeText(readFileSync(path));
  if (text === undefined) throw new UserError('template-unreadable', { file });
  const { yaml, body } = splitFrontMatter(text) ?? { yaml: '', body: text };
  const read = parseYaml(yaml);
  if ('faults' in read) throw new UserError('template-unreadable', { file });
  const fields = (read.value ?? {}) as Record<string, unknown>;
  const known = Object.keys(announcementFile.shape);
  for (const field of Object.keys(fields))
    if (!known.includes(field))
      throw new UserError('template-field', {
        file,
        field,
        nearest: nearest(field, known) ?? known.join(', '),
      });
  return { fields, body: body.replace(/^\n+/u, '') };
}
