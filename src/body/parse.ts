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

/** Parses a Markdown text, including the raw HTML in it. Nothing is sanitised yet. */
export function parseMarkdown(text: string, strings: Strings): Root {
  const tree = markdownToHast(text, { features: features(strings) }) as Root;
  if (!text.includes('<')) return tree;
  keepLines(tree);
  // Sätteri leaves raw HTML as opaque nodes, with start and end tags in separate ones. Parsing the whole as HTML again
  // joins them.
  return htmlToHast(toHtml(tree, { allowDangerousHtml: true }), { fragment: true }) as Root;
}

/**
 * Stores the lines of headings in an attribute. The second parsing loses all lines, and only those of headings are
 * needed later. The sanitiser drops the attribute.
 */
function keepLines(tree: Root): void {
  walk(tree, ({ tagName, properties, position }) => {
    if (tagName === 'h1' && position) properties.dataLine = position.start.line;
  });
}

/**
 * Parses an MDX text. Components become `mdxJsxFlowElement` and `mdxJsxTextElement` nodes.
 * @throws {Error} with the message `line:column: what is wrong`
 */
export function parseMdx(text: string, strings: Strings): Root {
  return mdxToHast(text, { features: features(strings) }) as Root;
}

/** The Markdown features in use, with the labels of footnotes in a language. */
export function features({ t }: Strings): Features {
  return {
    frontmatter: false,
    // It would make English quotation marks in Kazakh and Russian texts too.
    smartPunctuation: false,
    gfm: {
      footnotes: {
        label: t('body.footnotes'),
        backContent: '↑',
        backLabel: (reference, again) =>
          t('body.footnoteBack', {
            reference: again > 1 ? `${reference}-${again}` : String(reference),
          }),
        // A page has only one body, so these ids cannot collide with others.
        clobberPrefix: 'note-',
      },
    },
  };
}

/**
 * Parses a Markdown text of another site, including the raw HTML in it. Nothing is sanitised. Links from footnotes back
 * to the text are arrows.
 */
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

/** Parses finished HTML. */
export function parseHtml(html: string): Root {
  return htmlToHast(html, { fragment: true }) as Root;
}

/** A node of a Markdown or MDX text as it is written, with its position. */
export interface SourceNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  /** The name of an MDX element. */
  readonly name?: string | null;
  readonly attributes?: ReadonlyArray<{ readonly name?: string; readonly value?: unknown }>;
  /** The alternative text of a picture. */
  readonly alt?: string;
  /** The level of a heading. */
  readonly depth?: number;
  /** The alignment of each column of a table. */
  readonly align?: ReadonlyArray<string | null>;
  readonly children?: readonly SourceNode[];
  readonly position?: {
    readonly start: { readonly offset: number; readonly line: number };
    readonly end: { readonly offset: number };
  };
}

/**
 * Parses a text into the tree of its source, without converting it to HTML: for code that works on what the author
 * wrote.
 * @throws {Error} when MDX has a syntax error
 */
export function parseSource(text: string, format: 'md' | 'mdx'): SourceNode {
  const options = { features: { frontmatter: false, smartPunctuation: false } } satisfies {
    features: Features;
  };
  return (
    format === 'md' ? markdownToMdast(text, options) : mdxToMdast(text, options)
  ) as SourceNode;
}
