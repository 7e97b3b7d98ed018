import type { Root } from 'hast';
import { sanitize as sanitizeTree, type Schema } from 'hast-util-sanitize';
import { walk } from './walk.ts';

/** What a text may consist of: no script, no style, no events, no addresses but those that `resolve-links.ts` lets pass. */
const schema: Schema = {
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'svg',
    'math',
    'title',
    'textarea',
    'noscript',
  ],
  tagNames: [
    ...[
      'p',
      'br',
      'hr',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'pre',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'div',
      'section',
      'aside',
    ],
    ...[
      'a',
      'abbr',
      'b',
      'cite',
      'code',
      'del',
      'em',
      'i',
      'ins',
      'kbd',
      'mark',
      'q',
      's',
      'small',
      'span',
      'strong',
      'sub',
      'sup',
      'time',
      'bdi',
      'bdo',
    ],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...[
      'img',
      'figure',
      'figcaption',
      'video',
      'source',
      'track',
      'details',
      'summary',
      'input',
      'footer',
    ],
  ],
  attributes: {
    '*': ['lang', 'dir', 'id'],
    a: [
      'href',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      'download',
    ],
    aside: [['className', 'notice', 'notice-info', 'notice-warning']],
    blockquote: [['className', 'quote']],
    div: [['className', 'gallery']],
    figure: [['className', 'video']],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'title', 'dataCredit'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [['className', 'task-list-item']],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    p: [['className', 'notice-title']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: [
      ['className', 'align-left', 'align-right', 'align-center'],
      'colSpan',
      'rowSpan',
      'headers',
    ],
    th: [
      ['className', 'align-left', 'align-right', 'align-center'],
      'colSpan',
      'rowSpan',
      'headers',
      'scope',
    ],
    time: ['dateTime'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    ul: [['className', 'contains-task-list']],
    video: ['src', 'poster', 'controls', 'preload', 'title'],
    details: ['open'],
    abbr: ['title'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: {
    tbody: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    caption: ['table'],
    li: ['ul', 'ol'],
    input: ['li'],
  },
  clobber: [],
  // `resolve-links.ts` has refused every other address with a message; this is the second lock on the same door.
  // Addresses without a protocol always pass, and an empty list would let every protocol pass.
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['none'], poster: ['none'] },
};

/** The tree with everything taken out that a text may not bring. */
export function sanitize(tree: Root): Root {
  const clean = sanitizeTree(tree, schema) as Root;
  walk(clean, ({ properties }) => {
    if (Array.isArray(properties.className) && properties.className.length === 0)
      delete properties.className;
  });
  return clean;
}
