import type { Edition } from '#snapshot/snapshot.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type CheckedTexts, checkTexts, textTaskOf } from './check-texts.ts';
import { type FileReading, readHere } from './file-inspector.ts';
import { decoded } from '#checks/readers/output.ts';
import { fileBasisOf } from './inspect-file.ts';
import { readOutput } from './read-output.ts';
import type { Beforehand, Fault, Finding, Rule } from '#checks/rule.ts';
import { rules } from './all-rules.ts';
import { nothingSeen, type Seen } from './check-cache.ts';

/** How a site is to be checked. */
export interface CheckOptions {
  /** What an earlier check by the same code has seen. */
  readonly seen?: Seen | undefined;
  /** By which its files are being read already, asked by the same rules. */
  readonly reading?: FileReading | undefined;
  /** What is found in the texts of the content by the same rules, where they are being looked at already. */
  readonly texts?: Promise<CheckedTexts> | undefined;
  readonly rules?: readonly Rule[] | undefined;
}

/** What rules have found, and what need not be looked at again. */
export interface Checkup {
  readonly findings: readonly Finding[];
  readonly seen: Seen;
}

/**
 * Asks every rule about a finished site.
 * @param folder of the finished site, absolute
 */
export async function checkSite(
  beforehand: Beforehand,
  folder: string,
  { seen: before = nothingSeen, rules: asked = rules, reading, texts }: CheckOptions = {},
): Promise<Checkup> {
  const { edition } = beforehand;
  const ofTexts = await (texts ?? checkTexts(textTaskOf(beforehand, before.texts, asked), asked));
  const { output, seen, faults } = await readOutput(
    folder,
    edition.model.site,
    before.files,
    reading ?? readHere(folder, fileBasisOf(beforehand, asked), asked),
  );
  const ofSite = asked.flatMap(({ name, find }) =>
    (find?.({ ...beforehand, output }) ?? []).map((fault) => [name, fault] as const),
  );
  const place = placeIn(edition);
  const severityOf = new Map(asked.map(({ name, severity }) => [name, severity]));
  const findings = [...ofTexts.faults, ...onceEach(faults), ...ofSite].map(([rule, fault]) => {
    const { id, params, page } = fault;
    return {
      rule,
      severity: fault.severity ?? severityOf.get(rule)!,
      page: page?.path,
      id,
      params,
      ...place(fault),
    };
  });
  return { findings, seen: { files: seen, texts: ofTexts.clean } };
}

/** A fault, and the name of the rule that has found it. */
type Found = readonly [rule: string, Fault];

/** What is wrong with a file of the content shows in many of the output. */
function onceEach(faults: readonly Found[]): Found[] {
  const told = new Set<string>();
  return faults.filter(([rule, { file }]) => {
    const word = `${rule} ${file}`;
    if (file === undefined || !told.has(word)) return told.add(word);
    return false;
  });
}

/** Finds the place in the content to which a fault belongs. */
function placeIn(edition: Edition): (fault: Fault) => Pick<Finding, 'file' | 'line'> {
  const sources = textsByPage(edition);
  const { base } = edition.model.site;
  return ({ file, line, page, needle }) => {
    if (file !== undefined) return { file, line };
    const source = sources.get(page!.path);
    return {
      file: source?.file ?? page!.path,
      line: source && needle ? lineOf(source, needle, base) : undefined,
    };
  };
}

/** The text that a page was made from, by the path of the page. */
function textsByPage({ model }: Edition): Map<string, Source> {
  const announcements = model.announcements.flatMap(({ id, texts }) =>
    Object.values(texts).map(
      ({ locale, source }) => [urls.announcement(locale, id), source] as const,
    ),
  );
  const pages = model.pages.flatMap(({ slug, texts }) =>
    Object.values(texts).map(({ locale, source }) => [urls.page(locale, slug), source] as const),
  );
  return new Map([...announcements, ...pages]);
}

/** The line of a text that says something; the site's base, which texts do not write, is left out of what is looked for. */
function lineOf({ body, bodyLine }: Source, needle: string, base: string): number | undefined {
  const written = needle.startsWith(base) ? needle.slice(base.length - 1) : needle;
  const index = body
    .split('\n')
    .findIndex((line) => line.includes(written) || line.includes(decoded(written)));
  return index < 0 ? undefined : index + bodyLine;
}
