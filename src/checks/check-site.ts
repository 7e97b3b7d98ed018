import type { Edition } from '#edition/edition.ts';
import type { MadeEdition } from '#edition/make-edition.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { decoded, readOutput } from './output.ts';
import { readAttachments } from './read-attachments.ts';
import type { Fault, Finding, Rule } from './rule.ts';
import { rules } from './rules.ts';

/** A finished site and what it was made from. */
export interface Site extends Pick<MadeEdition, 'edition' | 'sources'> {
  /** The content folder, absolute. */
  readonly content: string;
  /** The folder of the finished site, absolute. */
  readonly folder: string;
  /** The digest of the source of each picture, by the name of the output; where it is not known, the names say it. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
}

/** Asks every rule about a finished site. */
export async function checkSite({ edition, sources, content, folder, pictures }: Site, asked: readonly Rule[] = rules): Promise<Finding[]> {
  const beforehand = { edition, sources, content, pictures, attachments: await readAttachments(content, sources) };
  const found: Array<readonly [Rule, Fault]> = [];
  const inspectors = asked.flatMap((rule) => (rule.inspector ? [[rule, rule.inspector(beforehand)] as const] : []));
  const output = readOutput(folder, edition.model.site, (file) => {
    for (const [rule, inspect] of inspectors) found.push(...inspect(file).map((fault) => [rule, fault] as const));
  });
  for (const rule of asked) found.push(...(rule.find?.({ ...beforehand, output }) ?? []).map((fault) => [rule, fault] as const));
  const place = placeIn(edition);
  return found.map(([{ name, severity }, fault]) => {
    const { id, params, page } = fault;
    return { rule: name, severity: fault.severity ?? severity, page: page?.path, id, params, ...place(fault) };
  });
}

/** Finds the place in the content to which a fault belongs. */
function placeIn(edition: Edition): (fault: Fault) => Pick<Finding, 'file' | 'line'> {
  const sources = textsByPage(edition);
  const { base } = edition.model.site;
  return ({ file, line, page, needle }) => {
    if (file !== undefined) return { file, line };
    const source = sources.get(page!.path);
    return { file: source?.file ?? page!.path, line: source && needle ? lineOf(source, needle, base) : undefined };
  };
}

/** The text that a page was made from, by the path of the page. */
function textsByPage({ model }: Edition): Map<string, Source> {
  const announcements = model.announcements.flatMap(({ id, texts }) => Object.values(texts).map(({ locale, source }) => [urls.announcement(locale, id), source] as const));
  const pages = model.pages.flatMap(({ slug, texts }) => Object.values(texts).map(({ locale, source }) => [urls.page(locale, slug), source] as const));
  return new Map([...announcements, ...pages]);
}

/** The line of a text that says something; the site's base, which texts do not write, is left out of what is looked for. */
function lineOf({ body, bodyLine }: Source, needle: string, base: string): number | undefined {
  const written = needle.startsWith(base) ? needle.slice(base.length - 1) : needle;
  const index = body.split('\n').findIndex((line) => line.includes(written) || line.includes(decoded(written)));
  return index < 0 ? undefined : index + bodyLine;
}
