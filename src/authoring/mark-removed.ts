import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { parseYaml, writeYaml } from '#lang/yaml.ts';
import { announcementFile } from '#schema/announcement.ts';
import { checkValue } from '#schema/check.ts';
import { registryIds } from '#schema/registry-names.ts';
import { decodeText, joinFrontMatter, splitFrontMatter } from '#schema/front-matter.ts';

/** What to write into the texts of an announcement. */
export interface Removal {
  /** ISO 8601. */
  readonly removedOn: string;
  /** Why, for the readers of a language. */
  reason(locale: Locale): string;
}

/** What was written. Paths are relative to the content folder. */
export interface MarkedRemoved {
  readonly files: readonly string[];
  /** Texts that were too faulty to be edited. They were replaced, and lie beside the new ones in hidden files. */
  readonly replaced: ReadonlyArray<{ readonly file: string; readonly kept: string }>;
}

/**
 * Writes into every text of an announcement that it is removed. Nothing that is wrong with a text prevents that: a file
 * that cannot be edited is replaced by one that says only this, its date and its old addresses.
 * @param content the content folder
 * @param folder of the announcement, relative to the content folder
 */
export function markRemoved(content: string, folder: string, removal: Removal): MarkedRemoved {
  const files: string[] = [];
  const replaced: Array<{ file: string; kept: string }> = [];
  for (const name of readdirSync(join(content, folder)).sort()) {
    const locale = /^index\.(?<locale>[^.]+)\.mdx?$/u.exec(name)?.groups?.locale;
    if (locale === undefined) continue;
    const place = join(content, folder, name);
    const said = fieldsOf(removal, locale);
    const written = decodeText(readFileSync(place));
    const edited = written === undefined ? undefined : withFields(written, said);
    if (edited === undefined || !isValid(edited)) {
      const kept = `.${name}.before-removal`;
      renameSync(place, join(content, folder, kept));
      replaced.push({ file: `${folder}/${name}`, kept: `${folder}/${kept}` });
    }
    const text =
      edited !== undefined && isValid(edited)
        ? edited
        : joinFrontMatter(writeYaml({ ...rescued(written ?? '', folder), ...said }), '');
    // Written aside first, so that a full disk does not leave half a text.
    const aside = join(content, folder, `.${name}.new`);
    try {
      writeFileSync(aside, text);
      renameSync(aside, place);
    } finally {
      rmSync(aside, { force: true });
    }
    files.push(`${folder}/${name}`);
  }
  return { files, replaced };
}

function fieldsOf({ removedOn, reason }: Removal, locale: Locale): Record<string, string> {
  return { removedOn, removedReason: reason(locale) };
}

/** Replaces these fields of the front matter, or adds them at its end. */
function withFields(text: string, fields: Readonly<Record<string, string>>): string | undefined {
  const front = splitFrontMatter(text);
  if (!front) return undefined;
  const others = Object.keys(fields).reduce(
    (yaml, field) =>
      yaml.replace(new RegExp(`^${field}:.*\\n(?:[ \\t]+.*\\n|\\n(?=[ \\t]))*`, 'mu'), ''),
    front.yaml,
  );
  const end = others === '' || others.endsWith('\n') ? '' : '\n';
  return `---\n${others}${end}${writeYaml(fields)}---\n${front.body}`;
}

/** Whether a text is a valid file of an announcement by itself. */
function isValid(text: string): boolean {
  const front = splitFrontMatter(text);
  if (!front) return false;
  const yaml = parseYaml(front.yaml, front.yamlLine);
  return !('faults' in yaml) && 'value' in checkValue(announcementFile, yaml, '');
}

/**
 * What a faulty text says that the site still needs: when it came out, its old addresses, and whom and what it names,
 * because their pages may have to end with it. Read line by line.
 */
function rescued(text: string, folder: string): Record<string, unknown> {
  const date = /^date:[ \t]*["']?(?<day>\d{4}-\d{2}-\d{2})/mu.exec(text)?.groups?.day;
  const year = folder.split('/')[1] ?? '';
  const listed = (field: string, entry: RegExp) => {
    const list = new RegExp(`^${field}:(?<list>.*(?:\\n(?:[ \\t]+|-).*)*)`, 'mu').exec(text);
    const found = list?.groups?.list?.match(entry) ?? [];
    return found.length > 0 ? [[field, found] as const] : [];
  };
  const id = /[a-z0-9]+(?:-[a-z0-9]+)*/gu;
  const contact = listed('contact', id).flatMap(([, [first]]) => first ?? []);
  return {
    title: '—',
    date: date?.startsWith(year) ? date : `${year}-01-01`,
    ...Object.fromEntries(registryIds.flatMap((field) => listed(field, id))),
    ...Object.fromEntries(listed('aliases', /\/[^\s,\]"'#]*/gu)),
    ...(contact.length > 0 && { contact: contact[0] }),
  };
}
