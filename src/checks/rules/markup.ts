import type { SourceNode } from '#body/parse.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { isVisible } from '#lang/visible.ts';
import { publicSource } from './public-source.ts';

// The sentence of headings that leave out a level is that of the proofreader.
const sentences = {
  'no-words': [],
  'wordless-link': ['address'],
  'empty-heading': [],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** A text says something, and so do its links and headings. Headings go down one level at a time (WCAG 2.4.4, 2.4.6). */
export const markup: Rule<Found> = {
  name: 'markup',
  severity: 'warning',
  sentences,
  ofText: {
    basis: () => undefined,
    inspector:
      () =>
      (text): Found[] => {
        const { file } = text;
        const source = /\.mdx?$/u.test(file) ? publicSource(text) : undefined;
        if (!source?.tree) return [];
        const { tree, bodyLine } = source;
        if (!saysSomething(tree)) return [{ id: 'no-words', params: {}, file, line: bodyLine }];
        return [...emptyLinks(tree), ...headings(tree)].map((found) => ({
          ...found,
          file,
          line: (found.line ?? 1) + bodyLine - 1,
        }));
      },
  },
};

/** Whether readers see something of a node: words, a picture with a description, a component. */
function saysSomething({ type, value = '', alt = '', name, children = [] }: SourceNode): boolean {
  if (type === 'html') return !/^<(?:!--|\/|[abi]\b)/iu.test(value);
  const isComponent = type.startsWith('mdxJsx') && /^[A-Z]/u.test(name ?? '');
  return isComponent || isVisible(value + alt) || children.some(saysSomething);
}

function emptyLinks(node: SourceNode): Found[] {
  const children = node.children ?? [];
  return children.flatMap((child, index): Found[] => {
    const address = addressOf(child);
    const next = children[index + 1];
    const isEmpty =
      child.type === 'html' ? /^<\/a\s*>$/iu.test(next?.value ?? '') : !saysSomething(child);
    return address !== undefined && isEmpty
      ? [{ id: 'wordless-link', params: { address }, line: child.position?.start.line }]
      : emptyLinks(child);
  });
}

/** The address of a link; undefined of anything else. */
function addressOf({
  type,
  name,
  url,
  value = '',
  attributes = [],
}: SourceNode): string | undefined {
  if (type === 'link') return url ?? '';
  if (type === 'html')
    return /^<a\s[^>]*?href\s*=\s*["']?(?<href>[^"'\s>]*)/iu.exec(value)?.groups?.href;
  const href = name === 'a' ? attributes.find((each) => each.name === 'href')?.value : undefined;
  return typeof href === 'string' ? href : undefined;
}

function headings({ children = [] }: SourceNode): Found[] {
  // The title of the page is the heading of the first level.
  let before = 1;
  return children.flatMap((node): Found[] => {
    const { type, depth = 1, position } = node;
    if (type !== 'heading') return [];
    const line = position?.start.line;
    if (!saysSomething(node)) return [{ id: 'empty-heading', params: {}, line }];
    const expected = before + 1;
    before = depth;
    const heading = wordsOf(node);
    return depth > expected
      ? [
          {
            id: 'heading-skips',
            severity: 'advice',
            params: { heading, corrected: `${'#'.repeat(expected)} ${heading}` },
            line,
          },
        ]
      : [];
  });
}

function wordsOf({ value = '', alt = '', children = [] }: SourceNode): string {
  return value + alt + children.map(wordsOf).join('');
}
