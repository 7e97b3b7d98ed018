import type { Element, ElementContent, Root } from 'hast';
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

/** The elements that a text may have. */
export const allowedElements: ReadonlySet<string> = new Set(schema.tagNames);

/** The tree with everything taken out that a text may not bring. */
export function sanitize(tree: Root): Root {
  const clean = sanitizeTree(tree, schema) as Root;
  walk(clean, ({ properties }) => {
    if (Array.isArray(properties.className) && properties.className.length === 0)
      delete properties.className;
  });
  return clean;
}

/** The attribute of the elements that an author wrote, in the HTML that comes from components; see `mdx/mdx-worker.ts`. */
export const authorMark = { attribute: 'data-text', property: 'dataText' } as const;

/** The value of the mark on a heading without an id of its own: the compiler gives it one, and `structure.ts` gives all headings theirs. */
export const headingMark = 'heading';

/** What a component of the theme may bring besides: its code is trusted, but no page of ours runs what was not checked. */
const componentSchema: Schema = {
  ...schema,
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'math',
    'title',
    'textarea',
    'noscript',
  ],
  tagNames: [
    ...(schema.tagNames ?? []),
    ...[
      'address',
      'article',
      'data',
      'header',
      'meter',
      'nav',
      'progress',
      'wbr',
      'colgroup',
      'col',
    ],
    ...['svg', 'g', 'path', 'circle', 'ellipse', 'line', 'rect', 'polygon', 'polyline'],
    ...['text', 'tspan', 'defs', 'desc', 'symbol', 'clipPath'],
  ],
  attributes: {
    ...Object.fromEntries(
      Object.entries(schema.attributes ?? {}).map(([name, allowed]) => [
        name,
        // Any class: the theme has styles of its own.
        allowed.filter((each) => !Array.isArray(each) || each[0] !== 'className'),
      ]),
    ),
    '*': [
      ...['lang', 'dir', 'id', 'className', 'role', 'hidden', 'tabIndex', 'title', 'translate'],
      ...['ariaLabel', 'ariaLabelledBy', 'ariaDescribedBy', 'ariaHidden', 'ariaCurrent', 'data*'],
      ...['value', 'min', 'max', 'width', 'height', 'span'],
      ...['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'd', 'points'],
      ...['viewBox', 'preserveAspectRatio', 'transform', 'pathLength', 'focusable', 'textAnchor'],
      ...['fill', 'fillOpacity', 'fillRule', 'opacity', 'stroke', 'strokeWidth', 'strokeLineCap'],
      ...['strokeLineJoin', 'strokeDashArray', 'strokeOpacity', 'dominantBaseline', 'clipPath'],
    ],
  },
};

/** For one element alone: what it stands in, the whole tree is asked for. */
const elementSchema: Schema = { ...schema, ancestors: {} };

/**
 * The same for what an MDX text and its components have made. What the author wrote is judged as in any other text; what comes from
 * components may have classes, data attributes and drawings as well. A mark that is missing lets an author's element through the
 * wider schema, in which nothing can run either.
 * @param tree as `parseHtml` reads it, without styles; changed by the call
 */
export function sanitizeMdx(tree: Root): Root {
  tree.children = tree.children.flatMap((child): Root['children'] =>
    child.type === 'element' ? strictly(child) : [child],
  );
  const clean = sanitizeTree(tree, componentSchema) as Root;
  walk(clean, ({ properties }) => {
    delete properties[authorMark.property];
    if (Array.isArray(properties.className) && properties.className.length === 0)
      delete properties.className;
  });
  return clean;
}

/** An element with all below it, the author's own judged strictly. */
function strictly(element: Element): ElementContent[] {
  element.children = element.children.flatMap((child) =>
    child.type === 'element' ? strictly(child) : [child],
  );
  const mark = element.properties[authorMark.property];
  if (mark === undefined) return [element];
  const { children } = element;
  if (schema.strip?.includes(element.tagName)) return [];
  const judged = sanitizeTree({ ...element, children: [] }, elementSchema);
  // A name that is not allowed: what stands inside may be.
  if (judged.type !== 'element') return children;
  if (mark === headingMark) delete judged.properties.id;
  return [{ ...judged, children }];
}

/**
 * Takes the styles of components out of a tree.
 * @param tree changed by the call
 * @returns them, each once; those of the author are left for the sanitiser to drop
 */
export function takeStyles(tree: Root): string {
  const styles = new Set<string>();
  const take = (parent: Root | Element): void => {
    parent.children = (parent.children as ElementContent[]).filter((child) => {
      if (child.type !== 'element') return true;
      if (child.tagName === 'style' && child.properties[authorMark.property] === undefined) {
        for (const text of child.children) if (text.type === 'text') styles.add(text.value);
        return false;
      }
      take(child);
      return true;
    });
  };
  take(tree);
  return [...styles].join('');
}
