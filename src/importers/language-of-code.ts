import type { Locale } from '#lang/locale.ts';
import { languageTags } from '#languages/languages.ts';
import { writingOf } from '#languages/writings.ts';

/** The language that a plugin or a field calls by one of its codes, such as that of the country; else the code itself. */
export function languageOfCode(code: string): Locale {
  const written = code.toLowerCase();
  return (
    languageTags.find((tag) => writingOf(tag)?.imports.fileNames.flat().includes(written)) ??
    written
  );
}
