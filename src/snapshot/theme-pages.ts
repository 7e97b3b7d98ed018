import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { parseYaml } from '#lang/yaml.ts';
import type { PerLocale } from '#schema/fields.ts';
import type { Problem } from '#schema/problem.ts';
import type { WrittenModel } from '#site/model.ts';
import { reservedSlugs } from '#site/urls.ts';

/** A file in `pages/` of a theme. It is a page in every language: `statistics.astro` → `/ru/statistics/`. */
export interface ThemePage {
  /** The path below a language: `statistics`, `routes/[id]`. */
  readonly name: string;
  /** The absolute path in the copy of the theme. */
  readonly file: string;
  /** The file as people know it, for problems. */
  readonly source: string;
  /** Whether `getStaticPaths` says which addresses the page has. */
  readonly isDynamic: boolean;
  /** The line with `getStaticPaths`, counted from 1. */
  readonly line: number | undefined;
  /** What the file exports as its title. A page that is not dynamic always has one. */
  readonly title: PerLocale | undefined;
  /** Whether the main navigation of every page links to it. */
  readonly inNavigation: boolean;
}

/** A page of the theme at one address. */
export interface OwnPage {
  readonly locale: Locale;
  /** The path below the language: `statistics`, `routes/7`. */
  readonly path: string;
  readonly title: string;
  /** Where every page links to it. A dynamic page may have hundreds of addresses, so the footer leaves them out. */
  readonly linkedFrom: 'navigation' | 'footer' | undefined;
  /** Whether its address must be answered for ever. Further pages of a list come and go with what they list. */
  readonly isPermanent: boolean;
}

/** The form of a part of an address. */
export const addressPart = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const parameter = /\[(?:\.{3})?[A-Za-z_]\w*\]/gu;

/**
 * Reads the pages of a theme. Like Astro, leaves out files and folders whose names begin with `_`.
 * @param files by path from the folder of the theme
 * @param folder of the copy of the theme
 */
export function readThemePages(
  files: ReadonlyMap<string, Buffer>,
  folder: string,
  model: WrittenModel,
  problems: Problem[],
): ThemePage[] {
  return [...files].flatMap(([path, bytes]): ThemePage[] => {
    const inPages = /^pages\/(?!(?:.*\/)?_)(?<name>.+)$/u.exec(path)?.groups?.name;
    if (inPages === undefined) return [];
    const page = readPage(inPages, bytes.toString(), model);
    if ('id' in page) {
      problems.push({ ...page, file: `../theme/${path}` } as Problem);
      return [];
    }
    return [{ ...page, file: join(folder, path), source: `../theme/${path}` }];
  });
}

function readPage(
  path: string,
  code: string,
  { site, pages }: WrittenModel,
): Omit<ThemePage, 'file' | 'source'> | Pick<Problem, 'id' | 'params'> {
  const file = /^(?<file>.+)\.astro$/u.exec(path)?.groups?.file;
  if (file === undefined) return { id: 'theme-page-file', params: { name: path } };
  const name = file.replace(/\/index$/u, '');
  const parts = name.split('/').map((part) => part.replaceAll(parameter, 'x'));
  if (!parts.every((part) => addressPart.test(part)))
    return { id: 'theme-page-name', params: { name: file } };
  const isDynamic = name.includes('[');
  const [first = ''] = name.split('/');
  if (first === 'index' || reservedSlugs.has(first) || pages.some(({ slug }) => slug === name))
    return { id: 'reserved-address', params: { address: name } };
  const title = titleIn(code, site.locales);
  if (!title && !isDynamic) {
    const example = site.locales.map((locale) => `${locale}: '…'`).join(', ');
    return { id: 'theme-page-title', params: { example: `export const title = { ${example} };` } };
  }
  const before = code.slice(0, code.search(/\bgetStaticPaths\b/u));
  return {
    name,
    isDynamic,
    line: /\bgetStaticPaths\b/u.test(code) ? before.split('\n').length : undefined,
    title,
    inNavigation: /^export const inNavigation = true;/mu.test(code),
  };
}

/**
 * Extracts the titles that a page exports. The code is parsed, not run: an object literal with quoted strings is valid
 * YAML.
 */
function titleIn(code: string, locales: readonly Locale[]): PerLocale | undefined {
  const written = /^export const title = (?<object>\{[^}]*\})/mu.exec(code)?.groups?.object;
  const yaml =
    written === undefined ? undefined : parseYaml(`title: ${written.replaceAll(/\s+/gu, ' ')}`);
  if (!yaml || 'faults' in yaml) return undefined;
  const { title } = yaml.value as { title?: Record<string, unknown> };
  const isWhole = locales.every((locale) => typeof title?.[locale] === 'string');
  return isWhole ? (title as PerLocale) : undefined;
}
