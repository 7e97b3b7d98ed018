import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Site } from '#site/model.ts';
import { underBase } from '#site/urls.ts';
import type { Snapshot } from './snapshot.ts';
import type { Typeface } from './typeface.ts';

/** What Astro's pages show, and how. */
export interface BuildContext {
  readonly snapshot: Snapshot;
  /** Whether the development server shows the pages. It adds scripts and styles of its own to them. */
  readonly developing?: boolean;
  /** The warnings in force as HTML, for the development server: pages that it shows are not finished by a build. */
  alerts?(locale: Locale, pathname: string): string;
  /**
   * Called with the hash of what a page shows, as soon as that is known. Not with the view: Astro bundles the pages apart, and what
   * `hashedOnce` has marked is known to its own copy of the module only.
   */
  onPage?(address: string, viewHash: string): void;
}

// Astro bundles the pages separately from the program that started it, so a module used by both exists twice in one
// process. What both must share is kept on `globalThis`.
const place = Symbol.for('jarshy.context');
const shared = globalThis as { [place]?: BuildContext };

/** Sets the snapshot that the pages show. */
export function provideContext(showing: BuildContext): void {
  shared[place] = showing;
}

/**
 * The context that the pages show.
 * @throws {Error} when Astro was not started by our commands
 */
export function useContext(): BuildContext {
  const showing = shared[place];
  if (!showing)
    throw new Error(
      'There is no snapshot to show. Type "npm run build" instead of "astro build", and "npm run dev" instead of "astro dev".',
    );
  return showing;
}

// Templates may use only the following functions and their props. Anything else they used would have to be part of the
// cache key of a page. A test forbids templates to import the rest of this file.

/** The interface texts of a language, for components. */
export function stringsOf(locale: Locale): Strings {
  return useContext().snapshot.language(locale).strings;
}

/** The settings of `site.yaml`, for components. */
export function siteSettings(): Site {
  return useContext().snapshot.model.site;
}

/** The press office's own typeface, if it has one, for components. */
export function siteTypeface(): Typeface | undefined {
  return useContext().snapshot.typeface;
}

/** The style sheet of the theme, if there is one, for components. */
export function themeStyles(): string | undefined {
  return useContext().snapshot.theme?.styles;
}

/**
 * Whether the development server shows the pages. `import.meta.env.DEV` cannot be used: an environment variable of this
 * name would override it.
 */
export function isDeveloping(): boolean {
  return useContext().developing ?? false;
}

/** The warnings in force as HTML, if the development server shows the pages; empty in a build, which adds them later. */
export function alertsWhileDeveloping(locale: Locale, pathname: string): string {
  return useContext().alerts?.(locale, pathname) ?? '';
}

/** Adds the base to a path from the site's root, for components. */
export function linkTo(path: string): string {
  return underBase(siteSettings(), path);
}
