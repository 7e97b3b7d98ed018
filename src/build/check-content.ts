import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkContent } from '#checks/engine/check-site.ts';
import type { Finding, Severity } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import type { PublicState } from '#history/release-state.ts';
import { Problems, type Reported } from '#schema/problem.ts';
import { saysDraft } from '#site/draft-faults.ts';
import { readSite } from '#site/read-site.ts';
import type { Sources, Visibility } from '#site/sources.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { checkEvents } from './check-events.ts';

/** What to check, and against what. */
export interface CheckContentOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly now: Date;
  /** What is public; undefined when nothing is, or nobody knows. */
  readonly previous?: Pick<PublicState, 'ledger' | 'events'> | undefined;
}

/**
 * Asks, without building a site, what would stop its publication: the problems of the content, the rules for texts and
 * documents, and the addresses and events that are public already. A text that only waits for its moment is checked as
 * if it were public, because nobody is there when its moment comes.
 * @returns all findings; one with the severity `error` would stop a publication
 */
export async function askBeforePublication(options: CheckContentOptions): Promise<Finding[]> {
  const { content, now, previous } = options;
  const { problems } = readSite({
    folder: content,
    clock: createClock(now),
    published: new Set(previous?.ledger.keys()),
  });
  const errors: Reported[] = [...problems];
  try {
    const found = await findingsIn(options);
    return [...inRule('content', 'error', problems), ...found];
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    errors.push(...error.problems);
  }
  const once = new Map(errors.map((problem) => [JSON.stringify(problem), problem]));
  return inRule('content', 'error', [...once.values()]);
}

async function findingsIn({ content, now, previous }: CheckContentOptions): Promise<Finding[]> {
  const made = await makeSnapshot({
    folder: content,
    clock: createClock(now),
    preview: true,
    ledger: previous?.ledger,
  });
  const sources = made.sources();
  if (previous?.events) checkEvents(previous.events, made.snapshot, sources);
  const context = await createRuleContext({
    snapshot: made.snapshot,
    sources: withScheduledPublic(sources),
    content,
  });
  return [...checkContent(context), ...inRule('draft', 'warning', made.unfinished)];
}

/** The sources as they will be when every moment has come: only drafts are held. */
function withScheduledPublic({ texts, files, permissions }: Sources): Sources {
  const drafts = new Set(texts.filter(({ written }) => saysDraft(written)).map(({ file }) => file));
  const foldersWithTexts = Map.groupBy(
    texts.filter(({ folder }) => folder !== undefined),
    ({ folder }) => folder,
  );
  const isDraft = (file: string, folder: string | undefined) =>
    drafts.has(file) || (foldersWithTexts.get(folder) ?? []).every((text) => drafts.has(text.file));
  const scheduled = <
    Source extends { file: string; folder?: string | undefined; standing: Visibility },
  >(
    source: Source,
  ): Source =>
    source.standing === 'held' && !isDraft(source.file, source.folder)
      ? { ...source, standing: 'public' }
      : source;
  return {
    texts: texts.map(scheduled),
    files: files.map(scheduled),
    permissions: permissions.map(scheduled),
  };
}

function inRule(rule: string, severity: Severity, problems: readonly Reported[]): Finding[] {
  return problems.map((problem) => ({ ...problem, rule, severity }));
}
