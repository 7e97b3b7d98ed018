import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import {
  htmlToHast,
  markdownToHast,
  markdownToMdast,
  mdxToHast,
  mdxToMdast,
  type Features,
} from 'satteri';
import type { Strings } from '#lang/strings.ts';
import { walk } from './walk.ts';

/** The tree of a Markdown text; raw HTML inside is parsed, nothing is sanitised yet. */
export function parseMarkdown(text: string, strings: Strings): Root {
  const tree = markdownToHast(text, { features: features(strings) }) as Root;
  if (!text.includes('<')) return tree;
  keepLines(tree);
  // Sätteri leaves raw HTML as opaque pieces, tags in one and their ends in another; reading the whole again joins them.
  return htmlToHast(toHtml(tree, { allowDangerousHtml: true }), { fragment: true }) as Root;
}

/** Reading again loses the lines; only those of headings are asked for later. The sanitiser drops the attribute. */
function keepLines(tree: Root): void {
  walk(tree, ({ tagName, properties, position }) => {
    if (tagName === 'h1' && position) properties.dataLine = position.start.line;
  });
}

/** The tree of an MDX text; components stand in it as `mdxJsxFlowElement` and `mdxJsxTextElement`.
 * @throws {Error} with `line:column: what is wrong` in its message */
export function parseMdx(text: string, strings: Strings): Root {
  return mdxToHast(text, { features: features(strings) }) as Root;
}

/** What is read as Markdown, and how footnotes are called in a language. */
export function features({ t }: Strings): Features {
  return {
    frontmatter: false,
    // It makes English quotation marks, also in Kazakh and Russian.
    smartPunctuation: false,
    gfm: {
      footnotes: {
        label: t('body.footnotes'),
        backContent: '↑',
        backLabel: (reference, again) =>
          t('body.footnoteBack', {
            reference: again > 1 ? `${reference}-${again}` : String(reference),
          }),
        // One body a page: no other id to collide with.
        clobberPrefix: 'note-',
      },
    },
  };
}

/** The tree of a Markdown text of another site: its raw HTML is parsed, nothing is sanitised; arrows lead back from notes. */
export function parseForeignMarkdown(text: string): Root {
  const tree = markdownToHast(text, {
    features: {
      frontmatter: false,
      smartPunctuation: false,
      gfm: {
        footnotes: { label: '', backContent: '↑', backLabel: () => '', clobberPrefix: '' },
      },
    },
  }) as Root;
  return parseHtml(toHtml(tree, { allowDangerousHtml: true }));
}

/** The tree of finished HTML. */
export function parseHtml(html: string): Root {
  return htmlToHast(html, { fragment: true }) as Root;
}

/** A node of a Markdown or MDX text as it is written, with where it stands in it. */
export interface SourceNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  /** Of an element in MDX. */
  readonly name?: string | null;
  readonly attributes?: ReadonlyArray<{ readonly name?: string; readonly value?: unknown }>;
  /** Of a picture. */
  readonly alt?: string;
  /** Of a table: one for each column. */
  readonly align?: ReadonlyArray<string | null>;
  readonly children?: readonly SourceNode[];
  readonly position?: {
    readonly start: { readonly offset: number; readonly line: number };
    readonly end: { readonly offset: number };
  };
}

/** The tree of a text before anything is made of it: for those who work on what is written.
 * @throws {Error} where MDX cannot be read */
export function parseSource(text: string, format: 'md' | 'mdx'): SourceNode {
  const options = { features: { frontmatter: false, smartPunctuation: false } } satisfies {
    features: Features;
  };
  return (
    format === 'md' ? markdownToMdast(text, options) : mdxToMdast(text, options)
  ) as SourceNode;
}
