import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast, markdownToHast, mdxToHast, type Features } from 'satteri';
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

function features({ t }: Strings): Features {
  return {
    frontmatter: false,
    // It makes English quotation marks, also in Kazakh and Russian.
    smartPunctuation: false,
    gfm: {
      footnotes: {
        label: t('body.footnotes'),
        backContent: '↑',
        backLabel: (reference, again) => t('body.footnoteBack', { reference: again > 1 ? `${reference}-${again}` : String(reference) }),
        // One body a page: no other id to collide with.
        clobberPrefix: 'note-',
      },
    },
  };
}

/** The tree of finished HTML. */
export function parseHtml(html: string): Root {
  return htmlToHast(html, { fragment: true }) as Root;
}
