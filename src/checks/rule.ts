import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Filled, PlaceholderTable } from '#lang/placeholders.ts';
import type { FilledProblem, Reported } from '#schema/problem.ts';
import type { Sources, SourceText } from '#site/sources.ts';
import type { PublishedAttachment } from './readers/published-attachment.ts';
import type { SiteOutput } from './readers/output.ts';
import type { OutputFile } from './readers/output-file.ts';

/** What a rule looks at: what was written, what was meant, and what came out. */
export interface FinishedRuleContext {
  readonly snapshot: ContentSnapshot;
  readonly sources: Sources;
  readonly output: SiteOutput;
  /** What can be read in the documents of the content, by their path from the content folder. */
  readonly attachments: ReadonlyMap<string, PublishedAttachment>;
}

/** An error stops the build; a warning is to be looked at; an advice may be. */
export const severities = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];

/**
 * A rule that a finished site must keep. Its explanation and the sentences of what it finds stand under its name in
 * `src/languages/<tag>/rules.yaml`.
 */
export interface Rule<Found extends UnplacedFinding = UnplacedFinding> {
  /** Permanent: people silence and look up rules by it. */
  readonly name: string;
  readonly severity: Severity;
  /** What it finds, each with the placeholders of its sentences. What several rules find is a problem of `schema/problem.ts`. */
  readonly sentences: PlaceholderTable;
  /** Asked once, when everything has been read. */
  find?(checked: FinishedRuleContext): Found[];
  /** Asked about each file of the site, while it is read: no rule reads it again. */
  readonly ofFile?: FileInspection<unknown, Found>;
  /** Asked about each text of the content. Where it has found nothing it is not asked again, as long as it stands on the same. */
  readonly ofText?: TextInspection<unknown, Found>;
}

/** What is known before the output is read. */
export interface RuleContext extends Omit<FinishedRuleContext, 'output'> {
  /** The content folder, absolute. */
  readonly content: string;
  /** The digest of the source of each picture, by the name of the output, where the build has told it. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
}

/** Looks at one thing after another. Much is done in a thread of its own, so what is known beforehand is gathered first. */
export interface Inspection<Thing, Known, Basis, Found> {
  /** All that decides what is found in a thing besides the thing itself and the code: a plain value. */
  basis(known: Known): Basis;
  /** @returns tells what is wrong with one thing after another */
  inspector(basis: Basis): (thing: Thing) => Found[];
}

/** What has its place in the content is reported once, however many files show it. */
export type FileInspection<
  Basis = unknown,
  Found extends UnplacedFinding = UnplacedFinding,
> = Inspection<OutputFile, RuleContext, Basis, Found>;
export type TextInspection<
  Basis = unknown,
  Found extends UnplacedFinding = UnplacedFinding,
> = Inspection<SourceText, Pick<RuleContext, 'snapshot' | 'sources'>, Basis, Found>;

/** What a rule has found, with the values of its sentences. Where: a place in the content, or a page whose text is to blame. */
export interface UnplacedFinding extends Pick<Reported, 'id' | 'params'> {
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

/** What a rule with these sentences finds: one of them, or a problem that others find too. */
export type FindingOf<Sentences extends PlaceholderTable> = (Filled<Sentences> | FilledProblem) &
  Omit<UnplacedFinding, 'id' | 'params'>;

/** A fault with its place: in the content where one text is to blame, else in the output. */
export interface Finding extends Reported {
  readonly rule: string;
  readonly severity: Severity;
  /** The page, as a path from the site's root. */
  readonly page?: string | undefined;
}
