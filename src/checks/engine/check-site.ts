import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import { must, mustGet } from '#lang/lookup.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type CheckedTexts, checkTexts, textTaskOf } from './check-texts.ts';
import { type FileInspector, inspectInline } from './file-inspector.ts';
import { decodedPath } from '#checks/readers/output.ts';
import { ruleInputsOf } from './inspect-file.ts';
import { readOutput } from './read-output.ts';
import type { RuleContext, UnplacedFinding, Finding, Rule } from '#checks/rule.ts';
import { rules } from './all-rules.ts';

/** How to check a site. */
export interface CheckSiteOptions {
  /** Files and texts that the same code has checked before are not checked again unless they have changed. */
  readonly cache?: BuildCache | undefined;
  /** Inspects the files with the same rules. It may have started already. */
  readonly inspector?: FileInspector | undefined;
  /** Findings of the same rules in the content texts, if that check is already running. */
  readonly texts?: Promise<CheckedTexts> | undefined;
  readonly rules?: readonly Rule[] | undefined;
  /** Whether the site is about to become public; see `severityInPublication`. */
  readonly publishing?: boolean | undefined;
}

/** The result of checking a site. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** `outputStat` of every file of the site, by its path from the site's root. */
  readonly stats: ReadonlyMap<string, string>;
  /** SHA-256 of the files that were read for the checks, in hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Runs every rule on a finished site.
 * @param folder absolute path of the finished site
 */
export async function checkSite(
  context: RuleContext,
  folder: string,
  {
    cache = createBuildCache(),
    rules: asked = rules,
    inspector = inspectInline(folder, ruleInputsOf(context, asked), asked),
    texts,
    publishing = false,
  }: CheckSiteOptions = {},
): Promise<CheckResult> {
  const { snapshot } = context;
  const ofTexts = (await (texts ?? checkTexts(textTaskOf(context, cache, asked), asked))).flat();
  const { output, stats, hashes, faults } = await readOutput(
    folder,
    snapshot.model.site,
    cache,
    inspector,
  );
  const ofSite = asked.flatMap(({ name, ofContent, find }) =>
    [...(ofContent?.(context) ?? []), ...(find?.({ ...context, output }) ?? [])].map(
      (fault) => [name, fault] as const,
    ),
  );
  const findings = placed([...ofTexts, ...onceEach(faults), ...ofSite], snapshot, {
    rules: asked,
    publishing,
  });
  return { findings, stats, hashes };
}

/**
 * Runs the rules that need no finished site: what a publication would find in the texts and their documents.
 * @param context its sources say what counts as public
 */
export function checkContent(context: RuleContext, asked: readonly Rule[] = rules): Finding[] {
  const ofTexts = checkTexts(textTaskOf(context, createBuildCache(), asked), asked).flat();
  const ofContent = asked.flatMap((rule) =>
    (rule.ofContent?.(context) ?? []).map((fault) => [rule.name, fault] as const),
  );
  return placed([...ofTexts, ...ofContent], context.snapshot, { rules: asked, publishing: true });
}

/** Gives each finding its place and its severity. */
function placed(
  found: readonly Found[],
  snapshot: ContentSnapshot,
  { rules: asked, publishing }: { readonly rules: readonly Rule[]; readonly publishing: boolean },
): Finding[] {
  const place = placeIn(snapshot);
  const byName = new Map(asked.map((rule) => [rule.name, rule]));
  const all = found.map(([rule, fault]) => {
    const { id, params, page } = fault;
    const { severity, severityInPublication } = mustGet(byName, rule);
    const strict = publishing && fault.file?.startsWith('announcements/');
    const finding: Finding = {
      rule,
      severity: fault.severity ?? (strict ? (severityInPublication ?? severity) : severity),
      page: page?.path,
      id,
      params,
      ...place(fault),
    };
    return { finding, cause: fault.cause };
  });
  return withoutEchoes(all);
}

/** Keeps of the findings with one cause those in texts that contain it; if no text does, the first. */
function withoutEchoes(
  all: ReadonlyArray<{ readonly finding: Finding; readonly cause: string | undefined }>,
): Finding[] {
  const isAtCause = ({ line, file }: Finding) => line !== undefined && !file.startsWith('/');
  const atCause = new Set(
    all.flatMap(({ finding, cause }) => (cause && isAtCause(finding) ? [cause] : [])),
  );
  const reported = new Set<string>();
  return all.flatMap(({ finding, cause }) => {
    if (cause === undefined || isAtCause(finding)) return [finding];
    if (atCause.has(cause) || reported.has(cause)) return [];
    reported.add(cause);
    return [finding];
  });
}

/** A finding and the name of the rule that found it. */
type Found = readonly [rule: string, UnplacedFinding];

/** One mistake in a content file can show up in many files of the site. Report it once. */
function onceEach(faults: readonly Found[]): Found[] {
  const reported = new Set<string>();
  return faults.filter(([rule, { file }]) => {
    if (file === undefined) return true;
    const id = `${rule} ${file}`;
    if (reported.has(id)) return false;
    reported.add(id);
    return true;
  });
}

/** Finds the place in the content to which a finding belongs. */
function placeIn(
  snapshot: ContentSnapshot,
): (fault: UnplacedFinding) => Pick<Finding, 'file' | 'line'> {
  const sources = textsByPage(snapshot);
  const { base } = snapshot.model.site;
  return ({ file, line, page, needle }) => {
    if (file !== undefined) return { file, line };
    const { path } = must(page, 'page of a finding');
    const source = sources.get(path);
    return {
      file: source?.file ?? path,
      line: source && needle ? lineOf(source, needle, base) : undefined,
    };
  };
}

/** Maps the path of a page to the text from which it was made. */
function textsByPage({ model }: ContentSnapshot): Map<string, Source> {
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

/**
 * Finds the line of a text that contains `needle`. Texts do not contain the site's base, so it is removed from the
 * needle first.
 */
function lineOf({ body, bodyLine }: Source, needle: string, base: string): number | undefined {
  const written = needle.startsWith(base) ? needle.slice(base.length - 1) : needle;
  const index = body
    .split('\n')
    .findIndex((line) => line.includes(written) || line.includes(decodedPath(written)));
  return index < 0 ? undefined : index + bodyLine;
}
