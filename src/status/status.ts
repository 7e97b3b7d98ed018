import type { Locale } from '#lang/locale.ts';
import { byCode } from '#lang/sort.ts';
import type { AnnouncementId } from '#site/model.ts';
import type { TextPart } from '#site/text-parts.ts';

/** The state of the house: what is held, what is owed, what is incomplete, what is silenced. One value for every writer. */
export interface Status {
  readonly now: Date;
  readonly timeZone: string;
  readonly locales: readonly Locale[];
  /** The languages every announcement must come out in. */
  readonly promise: readonly Locale[];
  /** Announcements: those with a text that is public, by what has become of them; held ones have none. */
  readonly counts: Readonly<Record<'published' | 'held' | 'withdrawn' | 'removed', number>>;
  /** The next moment that decides what is public; nothing changes without a build. */
  readonly nextChange: Date | undefined;
  /** What is wrong with the content; announcements with problems are left out of all else. */
  readonly problems: number;
  /** Those that come out first stand first, drafts last. */
  readonly held: readonly HeldText[];
  /** The oldest first. */
  readonly debt: readonly Debt[];
  /** Announcements in several languages of which it is not recorded which text translates which. */
  readonly unrecorded: number;
  readonly gaps: readonly Gap[];
  readonly silences: readonly Silence[];
}

/** One text of an announcement, or one that is missing. */
export interface TextLocation {
  readonly id: AnnouncementId;
  readonly locale: Locale;
  /** The file to open; of a missing text, the one to translate. */
  readonly file: string;
  readonly title: string;
}

/** The tie-breaker of every list: by announcement, then by language. */
export function byLocation(a: TextLocation, b: TextLocation): number {
  return byCode(a.id, b.id) || byCode(a.locale, b.locale);
}

export interface HeldText extends TextLocation {
  /** When it comes out; undefined for a draft. */
  readonly opens: Date | undefined;
}

export const debtKinds = ['missing', 'stale', 'machine'] as const;
/** Not there; older than the text that it translates; translated by a machine and not yet read by a person. */
export type DebtKind = (typeof debtKinds)[number];

export interface Debt extends TextLocation {
  readonly kind: DebtKind;
  /** Since when readers have gone without: the first text came out, or the one that is not as it should be. */
  readonly since: Date;
  readonly days: number;
  /** Monday to Friday, without the first day; public holidays are not known. */
  readonly workingDays: number;
  /** The language of the text that has been changed. */
  readonly source?: Locale | undefined;
  /** What has been changed in it; empty where it was not recorded, or nothing but the order changed. */
  readonly changed: readonly TextPart[];
  /** How many parts it has lost; negative when it has gained some. */
  readonly lost: number;
}

export const gapKinds = ['summary', 'division', 'cover-alt', 'picture-alt'] as const;

export interface Gap extends TextLocation {
  readonly lacks: (typeof gapKinds)[number];
}

/** A privacy finding that `privacyOk` silences. */
export interface Silence extends TextLocation {
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}
