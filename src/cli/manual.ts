import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '#cache/site-folder.mjs';
import type { EditorLocale } from '#schema/wording.ts';

/** The pages of the manual for the press office, in `docs/manual/<locale>/`. */
export type ManualPage = 'recipes' | 'card';

/** A page of the manual, in Markdown. It comes with the program, so it can be read without a network. */
export function manualPage(locale: EditorLocale, page: ManualPage): string {
  return readFileSync(join(programFolder, 'docs/manual', locale, `${page}.md`), 'utf8');
}

/** A recipe: its title, and what to do, in Markdown. */
export interface Recipe {
  readonly title: string;
  readonly text: string;
}

/** All recipes, in the order of the page. Every language has the same ones. */
export function recipes(locale: EditorLocale): Recipe[] {
  const [, ...parts] = manualPage(locale, 'recipes').split(/^## /mu);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return { title: part.slice(0, end), text: part.slice(end).trim() };
  });
}
