import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Edition } from './edition.ts';

// Astro bundles the pages apart from the program that started it, so a module of both exists twice in one process.
// What both must share is therefore kept where the process has only one place.
const place = Symbol.for('jarshy.edition');
const shared = globalThis as { [place]?: Edition };

/** Gives the pages the edition to show. */
export function showEdition(edition: Edition): void {
  shared[place] = edition;
}

/** The edition that is being built.
 * @throws when Astro was started by something else than our commands */
export function currentEdition(): Edition {
  const edition = shared[place];
  if (!edition) throw new Error('There is no edition to show. Start the build with "npm run build", not with "astro build".');
  return edition;
}

/** The interface texts of a language, for components. */
export function stringsOf(locale: Locale): Strings {
  return currentEdition().model.strings.get(locale)!;
}
