import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Problem } from '#schema/problem.ts';
import type { Sources, SourceText } from '#site/sources.ts';
import type { PublishedAttachment } from './readers/published-attachment.ts';
import type { SiteOutput } from './readers/output.ts';
import type { OutputFile } from './readers/output-file.ts';

/** What a rule looks at: what was written, what was meant, and what came out. */
export interface FinishedRuleContext {
  readonly snapshot: Snapshot;
  readonly sources: Sources;
  readonly output: SiteOutput;
  /** What can be read in the documents of the content, by their path from the content folder. */
  readonly attachments: ReadonlyMap<string, PublishedAttachment>;
}

/** An error stops the build; a warning is to be looked at; an advice may be. */
export const severities = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** A rule that a finished site must keep. What it means, for `--explain`, is in the dictionaries. */
export interface Rule {
  /** Permanent: people silence and look up rules by it. */
  readonly name: string;
  readonly severity: Severity;
  /** Asked once, when everything has been read. */
  find?(checked: FinishedRuleContext): UnplacedFinding[];
  /** Asked about each file of the site, while it is read: no rule reads it again. */
  readonly ofFile?: FileInspection;
  /** Asked about each text of the content. Where it has found nothing it is not asked again, as long as it stands on the same. */
  readonly ofText?: TextInspection;
}

/** What is known before the output is read. */
export interface RuleContext extends Omit<FinishedRuleContext, 'output'> {
  /** The content folder, absolute. */
  readonly content: string;
  /** The digest of the source of each picture, by the name of the output, where the build has told it. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
}

/** Looks at one thing after another. Much is done in a thread of its own, so what is known beforehand is gathered first. */
export interface Inspection<Thing, Known, Basis = unknown> {
  /** All that decides what is found in a thing besides the thing itself and the code: a plain value. */
  basis(known: Known): Basis;
  /** @returns tells what is wrong with one thing after another */
  inspector(basis: Basis): (thing: Thing) => UnplacedFinding[];
}

/** What has its place in the content is reported once, however many files show it. */
export type FileInspection<Basis = unknown> = Inspection<OutputFile, RuleContext, Basis>;
export type TextInspection<Basis = unknown> = Inspection<
  SourceText,
  Pick<RuleContext, 'snapshot' | 'sources'>,
  Basis
>;

/** What a rule has found, and the words for it. Where: a place in the content, or a page whose text is to blame. */
export interface UnplacedFinding extends Pick<Problem, 'id' | 'params'> {
  /** A path of the output; the text it was made from is looked up. */
  readonly page?: { readonly path: string } | undefined;
  /** What to look for in the text of the page, to name the line that says it. */
  readonly needle?: string | undefined;
  /** The place in the content, where the rule knows it. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Where it differs from the rule's. */
  readonly severity?: Severity | undefined;
}

/** A fault with its place: in the content where one text is to blame, else in the output. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** The page, as a path from the site's root. */
  readonly page?: string | undefined;
}
