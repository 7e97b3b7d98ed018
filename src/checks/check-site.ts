import { digestOf } from '#edition/digest.ts';
import type { Edition } from '#edition/edition.ts';
import type { MadeEdition } from '#edition/make-edition.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { decoded, readOutput } from './output.ts';
import { readAttachments } from './read-attachments.ts';
import type { Fault, Finding, Inspector, Rule } from './rule.ts';
import { rules } from './rules.ts';
import { keyOfText, nothingSeen, type Seen } from './seen.ts';

/** A finished site and what it was made from. */
export interface Site extends Pick<MadeEdition, 'edition' | 'sources'> {
  /** The content folder, absolute. */
  readonly content: string;
  /** The folder of the finished site, absolute. */
  readonly folder: string;
  /** The digest of the source of each picture, by the name of the output; where it is not known, the names say it. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
}

/** What rules have found, and what need not be looked at again. */
export interface Checkup {
  readonly findings: readonly Finding[];
  readonly seen: Seen;
}

/**
 * Asks every rule about a finished site.
 * @param before what an earlier check by the same code has seen
 */
export async function checkSite({ edition, sources, content, folder, pictures }: Site, before: Seen = nothingSeen, asked: readonly Rule[] = rules): Promise<Checkup> {
  const beforehand = { edition, sources, content, pictures, attachments: await readAttachments(content, sources) };
  const found: Array<readonly [Rule, Fault]> = [];
  const ask = <Thing>(inspectors: ReadonlyArray<readonly [Rule, Inspector<Thing>]>) => ({
    basis: digestOf(inspectors.map(([{ name }, { basis }]) => [name, basis])),
    look(thing: Thing): boolean {
      const faults = inspectors.flatMap(([rule, { inspect }]) => inspect(thing).map((fault) => [rule, fault] as const));
      found.push(...faults);
      return faults.length === 0;
    },
  });
  const ofTexts = ask(asked.flatMap((rule) => (rule.ofText ? [[rule, rule.ofText(beforehand)] as const] : [])));
  const texts = new Set<string>();
  for (const text of sources.texts) {
    const key = keyOfText(ofTexts.basis, text);
    if (before.texts.has(key) || ofTexts.look(text)) texts.add(key);
  }
  const ofFiles = ask(asked.flatMap((rule) => (rule.ofFile ? [[rule, rule.ofFile(beforehand)] as const] : [])));
  const { output, seen } = readOutput(folder, edition.model.site, { seen: before.files, ...ofFiles });
  for (const rule of asked) found.push(...(rule.find?.({ ...beforehand, output }) ?? []).map((fault) => [rule, fault] as const));
  const place = placeIn(edition);
  const findings = found.map(([{ name, severity }, fault]) => {
    const { id, params, page } = fault;
    return { rule: name, severity: fault.severity ?? severity, page: page?.path, id, params, ...place(fault) };
  });
  return { findings, seen: { files: seen, texts } };
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
