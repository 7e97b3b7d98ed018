import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { componentProps } from '#body/component-props.ts';
import { hashOf } from '#cache/hash.ts';
import { listFiles } from '#cache/list-files.ts';
import { cacheFolder } from '#cache/program.ts';
import type { TextComponent } from '#mdx/renderer.ts';
import type { Problem } from '#schema/problem.ts';
import type { WrittenModel } from '#site/model.ts';
import { readThemePages, type ThemePage } from './theme-pages.ts';

/** The code that a department adds: components for texts, pages, styles, and replacements for our components. */
export interface Theme {
  /** A hash of the names and contents of all its files. */
  readonly digest: string;
  /**
   * The absolute path of its copy. Astro uses the copy, so that the location of the original does not affect the
   * output.
   */
  readonly folder: string;
  /** Components that MDX texts may use. */
  readonly components: readonly TextComponent[];
  /** Components that replace ours: name → file. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly pages: readonly ThemePage[];
  /** What its files say. Their words are public, whatever a held text says. */
  readonly texts: readonly string[];
  /** `styles.css`: appended to the styles of every page. */
  readonly styles: string;
}

/** Our components that a theme may replace. Their props are public; see `theme/props.ts`. */
export const overridable = [
  'AfterArticle',
  'ArticleFacts',
  'ArticleHead',
  'Footer',
  'Header',
  'Teasers',
] as const;

/** The folder of the theme. It lies beside the content folder, because a theme is code and not content. */
export function themeFolder(content: string): string {
  return join(dirname(content), 'theme');
}

/**
 * Reads the theme of a content folder and copies it to where Astro can use it.
 * @param content the content folder, absolute
 * @param copy the absolute path of the copy; without it, a folder of the cache named by the hash of the theme
 * @returns the theme, undefined when there is none, and the problems found in it
 */
export function readTheme(
  content: string,
  model: WrittenModel,
  copy?: string,
): { theme: Theme | undefined; problems: Problem[] } {
  const from = themeFolder(content);
  if (!existsSync(from)) return { theme: undefined, problems: [] };
  const names = listFiles(from).filter((name) => !/(?:^|\/)\./u.test(name));
  const files = new Map(names.map((name) => [name, readFileSync(join(from, name))]));
  const digest = hashOf([...files].map(([name, bytes]) => [name, bytes.toString('base64')]));
  const folder = copy ?? join(cacheFolder, 'theme', digest);
  copyFiles(files, folder, copy !== undefined);
  const problems: Problem[] = [];
  const components = [...files.keys()].filter((name) => /^components\/[^/]+\.astro$/u.test(name));
  const found = components.map((name) => ({
    name: basename(name, '.astro'),
    file: join(folder, name),
    hasScript: hasScript(files, name),
    props: componentProps(files.get(name)?.toString() ?? ''),
  }));
  for (const { name } of found)
    if (!/^[A-Z][A-Za-z0-9]*$/u.test(name) || name === 'Fragment' || /^MDX/u.test(name))
      problems.push({
        id: 'theme-component-name',
        file: `../theme/components/${name}.astro`,
        params: { name },
      });
  const isOverride = ({ name }: TextComponent) => (overridable as readonly string[]).includes(name);
  return {
    theme: {
      digest,
      folder,
      components: found.filter((each) => !isOverride(each)),
      overrides: new Map(found.filter(isOverride).map(({ name, file }) => [name, file])),
      pages: readThemePages(files, folder, model, problems),
      texts: [...files].flatMap(([name, bytes]) => (isText.test(name) ? [bytes.toString()] : [])),
      styles: files.get('styles.css')?.toString().replaceAll('</', '<\\/') ?? '',
    },
    problems,
  };
}

const isText = /\.(?:astro|[cm]?[jt]s|jsx|tsx|json|ya?ml|mdx?|csv|txt|html|svg)$/u;

/** Whether a component, or one that it imports, contains a script. */
function hasScript(
  files: ReadonlyMap<string, Buffer>,
  name: string,
  seen = new Set<string>(),
): boolean {
  const code = seen.has(name) ? '' : (files.get(name)?.toString() ?? '');
  seen.add(name);
  if (/<script[\s>]/iu.test(code)) return true;
  const imports = [...code.matchAll(/\bfrom\s+['"](?<path>\.{1,2}\/[^'"]+\.astro)['"]/gu)];
  return imports.some(({ groups }) =>
    hasScript(files, posix.join(posix.dirname(name), groups?.path ?? ''), seen),
  );
}

/**
 * Writes only the files that differ, so that a file watcher sees what has changed.
 * @param follow keep an existing copy in step with the theme, instead of writing a new folder once
 */
function copyFiles(files: ReadonlyMap<string, Buffer>, folder: string, follow: boolean): void {
  if (!follow) {
    if (holds(folder, files)) return;
    rmSync(folder, { recursive: true, force: true });
  }
  const to = follow ? folder : `${folder}.${process.pid}`;
  for (const [name, bytes] of files) {
    const file = join(to, name);
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  if (follow) {
    for (const name of listFiles(to)) if (!files.has(name)) rmSync(join(to, name));
  } else renameSync(to, folder);
}

/** Whether a folder has all the files as they are. The name of a copy says what was written, not what a disk has kept. */
function holds(folder: string, files: ReadonlyMap<string, Buffer>): boolean {
  return [...files].every(([name, bytes]) => {
    const file = join(folder, name);
    return existsSync(file) && readFileSync(file).equals(bytes);
  });
}
