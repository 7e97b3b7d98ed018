import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Site } from '#site/model.ts';
import { underBase } from '#site/urls.ts';
import type { Snapshot } from './snapshot.ts';
import type { Typeface } from './typeface.ts';

/** What the pages are to show. */
export interface BuildContext {
  readonly snapshot: Snapshot;
  /** The development server shows them, which writes scripts and styles of its own into them. */
  readonly developing?: boolean;
  /** Told what a page shows, as soon as that is known. */
  onPage?(address: string, view: object): void;
}

// Astro bundles the pages apart from the program that started it, so a module of both exists twice in one process.
// What both must share is therefore kept where the process has only one place.
const place = Symbol.for('jarshy.context');
const shared = globalThis as { [place]?: BuildContext };

/** Gives the pages the snapshot to show. */
export function provideContext(showing: BuildContext): void {
  shared[place] = showing;
}

/** What is being shown.
 * @throws when Astro was started by something else than our commands */
export function useContext(): BuildContext {
  const showing = shared[place];
  if (!showing)
    throw new Error(
      'There is no snapshot to show. Type "npm run build" instead of "astro build", and "npm run dev" instead of "astro dev".',
    );
  return showing;
}

// All that templates may ask besides their props. Whatever else they asked would have to be part of the cache key of a
// page; a test forbids them the rest of this file.

/** The interface texts of a language, for components. */
export function stringsOf(locale: Locale): Strings {
  return useContext().snapshot.language(locale).strings;
}

/** What `site.yaml` says, for components. */
export function siteSettings(): Site {
  return useContext().snapshot.model.site;
}

/** The typeface of the press office, where it has one of its own, for components. */
export function siteTypeface(): Typeface | undefined {
  return useContext().snapshot.typeface;
}

/** The style sheet of the theme, where there is one, for components. */
export function themeStyles(): string | undefined {
  return useContext().snapshot.theme?.styles;
}

/** Whether the development server shows the pages. Not `import.meta.env.DEV`: that believes a variable of this name in the environment. */
export function isDeveloping(): boolean {
  return useContext().developing ?? false;
}

/** A path from the site's root as links write it, for components. */
export function linkTo(path: string): string {
  return underBase(siteSettings(), path);
}
