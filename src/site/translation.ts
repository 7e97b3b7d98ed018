import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { type Change, changeSince, fingerprint } from './fingerprint.ts';
import type { LanguageFiles } from './merge-facts.ts';
import { textParts } from './text-parts.ts';

/** The parsed value of `translatedFrom`: the source of a translation. */
export interface Recorded {
  readonly from: Locale;
  /** The fingerprint of the source text at the time of translation. */
  readonly state: string;
}

/**
 * Parses `ru@1a2b…`.
 * @returns undefined when no source is recorded
 */
export function recordedSource(translatedFrom: string | undefined): Recorded | undefined {
  const [from, state] = translatedFrom?.split('@') ?? [];
  return from && state ? { from, state } : undefined;
}

/** The value of `translatedFrom` for a text that matches the current state of another language. */
export function sourceNow(files: LanguageFiles, from: Locale): string {
  return `${from}@${fingerprint(textParts(mustGet(files, from)))}`;
}

/**
 * What has changed in the source since a text was translated.
 * @returns undefined when nothing has changed, no source is recorded or the source is missing
 */
export function changeBehind(files: LanguageFiles, locale: Locale): Change | undefined {
  const recorded = recordedSource(files.get(locale)?.value.translatedFrom);
  const source = recorded && files.get(recorded.from);
  return source && changeSince(textParts(source), recorded.state);
}
