import type { Locale } from '#lang/locale.ts';
import { languageTags } from '#languages/languages.ts';
import { writingOf } from '#languages/writings.ts';

/**
 * The language for a code of a plugin or a field, which may be a country code; otherwise the code itself, in lower
 * case.
 */
export function languageOfCode(code: string): Locale {
  const written = code.toLowerCase();
  return (
    languageTags.find((tag) => writingOf(tag)?.imports.fileNames.flat().includes(written)) ??
    written
  );
}
