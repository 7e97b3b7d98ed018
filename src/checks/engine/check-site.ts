import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type CheckedTexts, checkTexts, textTaskOf } from './check-texts.ts';
import { type FileInspector, inspectInline } from './file-inspector.ts';
import { decodedPath } from '#checks/readers/output.ts';
import { ruleInputsOf } from './inspect-file.ts';
import { readOutput } from './read-output.ts';
import type { RuleContext, UnplacedFinding, Finding, Rule } from '#checks/rule.ts';
import { rules } from './all-rules.ts';
import { emptyCheckCache, type CheckCache } from './check-cache.ts';

/** How a site is to be checked. */
export interface CheckSiteOptions {
  /** What an earlier check by the same code has seen. */
  readonly seen?: CheckCache | undefined;
  /** By which its files are being read already, asked by the same rules. */
  readonly reading?: FileInspector | undefined;
  /** What is found in the texts of the content by the same rules, where they are being looked at already. */
  readonly texts?: Promise<CheckedTexts> | undefined;
  readonly rules?: readonly Rule[] | undefined;
}

/** What rules have found, and what need not be looked at again. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly seen: CheckCache;
}

/**
 * Asks every rule about a finished site.
 * @param folder of the finished site, absolute
 */
export async function checkSite(
  beforehand: RuleContext,
  folder: string,
  { seen: before = emptyCheckCache, rules: asked = rules, reading, texts }: CheckSiteOptions = {},
): Promise<CheckResult> {
  const { snapshot } = beforehand;
  const ofTexts = await (texts ?? checkTexts(textTaskOf(beforehand, before.texts, asked), asked));
  const { output, seen, faults } = await readOutput(
    folder,
    snapshot.model.site,
    before.files,
    reading ?? inspectInline(folder, ruleInputsOf(beforehand, asked), asked),
  );
  const ofSite = asked.flatMap(({ name, find }) =>
    (find?.({ ...beforehand, output }) ?? []).map((fault) => [name, fault] as const),
  );
  const place = placeIn(snapshot);
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
type Found = readonly [rule: string, UnplacedFinding];

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
function placeIn(snapshot: Snapshot): (fault: UnplacedFinding) => Pick<Finding, 'file' | 'line'> {
  const sources = textsByPage(snapshot);
  const { base } = snapshot.model.site;
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
function textsByPage({ model }: Snapshot): Map<string, Source> {
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
    .findIndex((line) => line.includes(written) || line.includes(decodedPath(written)));
  return index < 0 ? undefined : index + bodyLine;
}
