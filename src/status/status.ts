import type { Locale } from '#lang/locale.ts';
import { byCode } from '#lang/sort.ts';
import type { AnnouncementId } from '#site/model.ts';
import type { ApprovalState } from '#site/approval.ts';
import type { TextPart } from '#site/text-parts.ts';

/**
 * The state of the content: what is held, owed, incomplete or silenced. All output formats are made from this value.
 */
export interface Status {
  readonly now: Date;
  readonly timeZone: string;
  readonly locales: readonly Locale[];
  /** The languages in which every announcement must come out. */
  readonly promise: readonly Locale[];
  /**
   * The numbers of announcements. `held` counts those without any public text; the others are counted by their state.
   */
  readonly counts: Readonly<Record<'published' | 'held' | 'withdrawn' | 'removed', number>>;
  /** The next moment at which something becomes public or stops being so. It takes effect only with a build. */
  readonly nextChange: Date | undefined;
  /** The number of problems in the content. Announcements with problems are left out of everything else here. */
  readonly problems: number;
  /** Sorted by opening time, drafts last. */
  readonly held: readonly HeldText[];
  /** The oldest first. */
  readonly debt: readonly Debt[];
  /** The number of announcements in several languages that do not record which text translates which. */
  readonly unrecorded: number;
  readonly gaps: readonly Gap[];
  readonly silences: readonly Silence[];
  /** Texts that a person has approved alone, and why; undefined when there are none. */
  readonly alone?: readonly ApprovedAlone[] | undefined;
}

/** A text that its author has approved without a second person. */
export interface ApprovedAlone extends TextLocation {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** What can happen to an announcement at a moment, in the order of the lists. */
export const calendarKinds = ['out', 'starts', 'ends', 'expires', 'due'] as const;

/** Something that happens to an announcement at a moment. */
export interface CalendarEntry extends TextLocation {
  readonly kind: (typeof calendarKinds)[number];
  readonly at: Date;
}

/** One text of an announcement, present or missing. */
export interface TextLocation {
  readonly id: AnnouncementId;
  readonly locale: Locale;
  /** The file to open; for a missing text, the file to translate. */
  readonly file: string;
  readonly title: string;
}

/** Orders by announcement, then by language: the tie-breaker of every list. */
export function byLocation(a: TextLocation, b: TextLocation): number {
  return byCode(a.id, b.id) || byCode(a.locale, b.locale);
}

/** A text that is not public yet. */
export interface HeldText extends TextLocation {
  /** When it comes out; undefined for a draft. */
  readonly opens: Date | undefined;
  /** Where it stands with those who approve; undefined where the site asks for no approval. */
  readonly approval?: Exclude<ApprovalState, 'draft' | 'approved'> | undefined;
  /** Why it was sent back. */
  readonly remark?: string | undefined;
}

/** The kinds of debt, in the order of the lists. */
export const debtKinds = ['missing', 'stale', 'machine'] as const;
/**
 * `missing`: there is no text. `stale`: it is older than the text that it translates. `machine`: a machine translated
 * it, and a person has not reviewed it yet.
 */
export type DebtKind = (typeof debtKinds)[number];

/** A text that readers are owed: missing, stale or only translated by a machine. */
export interface Debt extends TextLocation {
  readonly kind: DebtKind;
  /** The start of the debt: when the first text came out (`missing`), or when the text that needs work came out. */
  readonly since: Date;
  readonly days: number;
  /** Monday to Friday, without the first day. Public holidays are counted as working days. */
  readonly workingDays: number;
  /** The language of the source text that has changed since. */
  readonly source?: Locale | undefined;
  /** The parts that have changed in it; empty where that was not recorded, or where only the order changed. */
  readonly changed: readonly TextPart[];
  /** How many parts it has lost; negative when it has gained parts. */
  readonly lost: number;
}

/** What a text can lack. */
export const gapKinds = ['summary', 'division', 'cover-alt', 'picture-alt'] as const;

/** Something that a text lacks. */
export interface Gap extends TextLocation {
  readonly lacks: (typeof gapKinds)[number];
}

/** A privacy finding that `privacyOk` silences. */
export interface Silence extends TextLocation {
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}
