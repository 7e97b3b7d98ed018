import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Filled, PlaceholderTable } from '#lang/placeholders.ts';
import type { FilledProblem, Reported } from '#schema/problem.ts';
import type { Sources, SourceText } from '#site/sources.ts';
import type { PublishedAttachment, UnreadAttachment } from './readers/published-attachment.ts';
import type { SiteOutput } from './readers/output.ts';
import type { OutputFile } from './readers/output-file.ts';

/** What a rule looks at: the sources, the snapshot made from them, and the output. */
export interface FinishedRuleContext {
  readonly snapshot: ContentSnapshot;
  readonly sources: Sources;
  readonly output: SiteOutput;
  /** What could be read in the documents of the content, by their path from the content folder. */
  readonly attachments: ReadonlyMap<string, PublishedAttachment>;
  /** The documents that could not be read, and why, by their path from the content folder. */
  readonly unread: ReadonlyMap<string, UnreadAttachment>;
  /** The files that are not as they were built, by their path from the site's root, if the site was built before. */
  readonly changed?: readonly string[] | undefined;
}

/** What a rule knows when there is no finished site. */
export type ContentRuleContext = Omit<FinishedRuleContext, 'output'>;

/** An error stops the build. A warning needs a look. An advice may be ignored. */
export const severities = ['error', 'warning', 'advice'] as const;
/** How serious a finding is. */
export type Severity = (typeof severities)[number];

/**
 * A rule that a finished site must keep. Its explanation and the sentences of its findings are under its name in
 * `src/languages/<tag>/rules.yaml`.
 */
export interface Rule<Found extends UnplacedFinding = UnplacedFinding> {
  /** Permanent: people use it to silence and look up rules. */
  readonly name: string;
  readonly severity: Severity;
  /**
   * The severity where a site is made public, if it differs: what must not become public by accident. It applies to
   * findings in announcements, because only these can say in `privacyOk` why they are right.
   */
  readonly severityInPublication?: Severity;
  /**
   * The ids of its findings, each with the placeholders of its sentences. A finding that several rules share is a
   * problem of `schema/problem.ts` instead.
   */
  readonly sentences: PlaceholderTable;
  /** Called once. Needs no finished site, so an editor can ask it before anything is built. */
  ofContent?(known: ContentRuleContext): Found[];
  /** Called once, after the whole site has been read. */
  find?(checked: FinishedRuleContext): Found[];
  /** Inspects each file of the site while it is read, so that no rule needs to read it again. */
  readonly ofFile?: FileInspection<unknown, Found>;
  /** Inspects each text of the content. A clean text is inspected again only if the text or the basis has changed. */
  readonly ofText?: TextInspection<unknown, Found>;
}

/** What is known before the output is read. */
export interface RuleContext extends Omit<FinishedRuleContext, 'output'> {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Hash of the source of each picture, by the name of the picture in the output, if the build has supplied it. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
}

/**
 * Looks at things one by one. This often happens in a worker, so everything else that it needs is collected first.
 */
export interface Inspection<Thing, Known, Basis, Found> {
  /** Everything that affects the findings in a thing, apart from the thing itself and the code. A plain value. */
  basis(known: Known): Basis;
  /** @returns a function that finds what is wrong with one thing */
  inspector(basis: Basis): (thing: Thing) => Found[];
}

/**
 * An inspection of the site's files. A finding with a place in the content is reported once, even if many files show
 * it.
 */
export type FileInspection<
  Basis = unknown,
  Found extends UnplacedFinding = UnplacedFinding,
> = Inspection<OutputFile, RuleContext, Basis, Found>;
/** An inspection of the content's texts. */
export type TextInspection<
  Basis = unknown,
  Found extends UnplacedFinding = UnplacedFinding,
> = Inspection<SourceText, Pick<RuleContext, 'snapshot' | 'sources'>, Basis, Found>;

/**
 * A finding of a rule, with the values of its sentences. Its place is either a place in the content, or a page whose
 * text is the cause.
 */
export interface UnplacedFinding extends Pick<Reported, 'id' | 'params'> {
  /** A path in the output. The text from which it was made is looked up. */
  readonly page?: { readonly path: string } | undefined;
  /** What to search for in the text of the page, to find the line. */
  readonly needle?: string | undefined;
  /**
   * What is wrong, apart from where it shows. The same mistake can show on many pages and in many feeds; it is reported
   * once in each text that contains it, or, if no text does, once.
   */
  readonly cause?: string | undefined;
  /** The place in the content, if the rule knows it. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Set if it differs from the severity of the rule. */
  readonly severity?: Severity | undefined;
}

/** What a rule with these sentences can find: one of its own findings, or a problem that others find too. */
export type FindingOf<Sentences extends PlaceholderTable> = (Filled<Sentences> | FilledProblem) &
  Omit<UnplacedFinding, 'id' | 'params'>;

/** A finding with its place: in the content if one text is the cause, otherwise in the output. */
export interface Finding extends Reported {
  readonly rule: string;
  readonly severity: Severity;
  /** The page, as a path from the site's root. */
  readonly page?: string | undefined;
}
