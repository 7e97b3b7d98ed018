import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { type Change, changeSince, fingerprint } from './fingerprint.ts';
import type { LanguageFiles } from './merge-facts.ts';
import { textParts } from './text-parts.ts';

/** What a text translates, as its `translatedFrom` has it. */
export interface Recorded {
  readonly from: Locale;
  /** Which state of that text. */
  readonly state: string;
}

/** `ru@1a2b…` taken apart; undefined where nothing was recorded. */
export function recordedSource(translatedFrom: string | undefined): Recorded | undefined {
  const [from, state] = translatedFrom?.split('@') ?? [];
  return from && state ? { from, state } : undefined;
}

/** What `translatedFrom` must say of a text that follows another as that stands now. */
export function sourceNow(files: LanguageFiles, from: Locale): string {
  return `${from}@${fingerprint(textParts(mustGet(files, from)))}`;
}

/**
 * What has changed in its source since a text was translated.
 * @returns undefined when nothing has, or nothing was recorded, or the source is not there
 */
export function changeBehind(files: LanguageFiles, locale: Locale): Change | undefined {
  const recorded = recordedSource(files.get(locale)?.value.translatedFrom);
  const source = recorded && files.get(recorded.from);
  return source && changeSince(textParts(source), recorded.state);
}
