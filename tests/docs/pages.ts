import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';

/** A Markdown file of the repository. Paths are from its root, with slashes. */
export interface DocumentationPage {
  readonly path: string;
  /** Where its links and pictures lead, as written. */
  readonly targets: readonly Target[];
  /** What `#…` may name. */
  readonly anchors: ReadonlySet<string>;
  /** What is written as code in a line. */
  readonly codes: readonly Target[];
}

interface Target {
  readonly text: string;
  readonly line: number;
}

/** Takes a page apart. */
export function readPage(path: string, text: string): DocumentationPage {
  const nodes = [...descendants(markdownToMdast(text, { features: { gfm: true } }))];
  const slugger = new GithubSlugger();
  return {
    path,
    targets: nodes.flatMap((node) =>
      node.type === 'link' || node.type === 'image' || node.type === 'definition'
        ? [{ text: node.url, line: lineOf(node) }]
        : [],
    ),
    anchors: new Set(
      nodes.flatMap((node) => (node.type === 'heading' ? [slugger.slug(wordsOf(node))] : [])),
    ),
    codes: nodes.flatMap((node) =>
      node.type === 'inlineCode' ? [{ text: node.value, line: lineOf(node) }] : [],
    ),
  };
}

function* descendants(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* descendants(child);
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

function wordsOf(node: Nodes): string {
  return [...descendants(node)].map((each) => ('value' in each ? each.value : '')).join('');
}

/** The content has links of its own kind, which the build checks; the rest is not ours. */
const elsewhere = ['node_modules', '.cache', '.git', 'dist', 'content', 'fixtures'];

/** Every page of documentation of the repository, by its path. */
export function readPages(root: string): Map<string, DocumentationPage> {
  const files = globSync('**/*.md', {
    cwd: root,
    exclude: (name) => elsewhere.includes(name.slice(name.lastIndexOf('/') + 1)),
  });
  return new Map(
    files.sort().map((path) => [path, readPage(path, readFileSync(join(root, path), 'utf8'))]),
  );
}

/** Where a link leads, from the root of the repository; undefined for one that leads out of it by a protocol. */
function resolved(
  page: DocumentationPage,
  target: string,
): { path: string; anchor: string } | undefined {
  if (/^[a-z][a-z+.-]*:/iu.test(target)) return undefined;
  const [path = '', anchor = ''] = decodeURIComponent(target).split('#');
  return {
    path: path === '' ? page.path : normalize(join(dirname(page.path), path)).replace(/\/$/u, ''),
    anchor,
  };
}

/** Links that lead to no file, or to no heading of a page. */
export function brokenLinks(
  pages: ReadonlyMap<string, DocumentationPage>,
  exists: (path: string) => boolean,
): string[] {
  return [...pages.values()].flatMap((page) =>
    page.targets.flatMap(({ text, line }) => {
      const where = `${page.path}:${line}: ${text}`;
      const target = resolved(page, text);
      if (!target) return [];
      if (text.startsWith('/') || target.path.startsWith('..') || !exists(target.path))
        return [where];
      if (target.anchor === '') return [];
      return pages.get(target.path)?.anchors.has(target.anchor) ? [] : [where];
    }),
  );
}

/** `src/cli/commands.ts`, `deploy/`, `lang/dates.ts`; no pattern, no place to be filled in, no address of the site. */
const sourceFile = /^[\w.[\]-]+(?:\/[\w.[\]-]+)*\.(?:ts|mjs|astro)$/u;
const sourceFolder = /^(?:src|tests|bench|docs|deploy|public|\.ci|\.github)(?:\/[\w.[\]-]+)*\/?$/u;

/** What recipes tell people to make: an imagined language, and an imagined taxonomy. */
const examples = [
  /^(?:src|tests)\/languages\/uz\//u,
  /^uzbek\.ts$/u,
  /^(?:src|tests)\/schema\/place(?:\.test)?\.ts$/u,
];

/**
 * Files and folders of the program that a page names and that are not there. A path may begin at the root, at `src/`, or
 * beside the page; a bare name may be that of any file.
 */
export function lostFiles(
  pages: ReadonlyMap<string, DocumentationPage>,
  exists: (path: string) => boolean,
  names: ReadonlySet<string>,
): string[] {
  return [...pages.values()].flatMap((page) =>
    page.codes.flatMap(({ text, line }) => {
      if (text.startsWith('.') && !text.startsWith('.ci') && !text.startsWith('.github')) return [];
      if (!sourceFile.test(text) && !sourceFolder.test(text)) return [];
      if (examples.some((example) => example.test(text)) || names.has(text)) return [];
      const places = [text, join('src', text), join(dirname(page.path), text)];
      return places.some((place) => exists(normalize(place).replace(/\/$/u, '')))
        ? []
        : [`${page.path}:${line}: ${text}`];
    }),
  );
}

/** Pages below a folder that no way of links leads to, from one page of it. */
export function unreachable(
  pages: ReadonlyMap<string, DocumentationPage>,
  folder: string,
  start: string,
): string[] {
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const page = pages.get(path);
    if (!page || reached.has(path)) continue;
    reached.add(path);
    for (const { text } of page.targets) {
      const target = resolved(page, text);
      if (target) waiting.push(target.path);
    }
  }
  return [...pages.keys()].filter((path) => path.startsWith(`${folder}/`) && !reached.has(path));
}

/** Whether a file or folder is in the repository, spelled exactly so. */
export function existsIn(root: string): (path: string) => boolean {
  return (path) =>
    existsSync(join(root, path)) && !relative(root, join(root, path)).startsWith('..');
}

/** The names of all files of the program, without their folders. */
export function fileNames(root: string): Set<string> {
  return new Set(
    ['src', 'tests', 'bench', 'docs', '.ci'].flatMap((folder) =>
      globSync('**/*.{ts,mjs,astro}', { cwd: join(root, folder) }).map((path) => basename(path)),
    ),
  );
}
