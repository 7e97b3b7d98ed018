import { phrasing } from './phrasing.ts';
import type { Element, ElementContent, Root } from 'hast';
import { sanitize as sanitizeTree, type Schema } from 'hast-util-sanitize';
import { walk } from './walk.ts';

/**
 * What a text may contain: no scripts, no styles, no event handlers, and only addresses that `resolve-links.ts`
 * accepts.
 */
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
    ...phrasing,
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
  // `resolve-links.ts` has already refused every other address with a message; this is a second line of defence.
  // Addresses without a protocol always pass. An empty list would let every protocol pass.
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['none'], poster: ['none'] },
};

/** The elements that a text may contain. */
export const allowedElements: ReadonlySet<string> = new Set(schema.tagNames);

/**
 * Removes everything from a tree that a text may not contain.
 * @returns a new tree
 */
export function sanitize(tree: Root): Root {
  const clean = sanitizeTree(tree, schema) as Root;
  walk(clean, ({ properties }) => {
    if (Array.isArray(properties.className) && properties.className.length === 0)
      delete properties.className;
  });
  return clean;
}

/**
 * The attribute that marks the author's own elements in the HTML that comes from components; see `mdx/mdx-worker.ts`.
 */
export const authorMark = { attribute: 'data-text', property: 'dataText' } as const;

/**
 * The value of the mark on a heading that has no id of its own. The compiler gives it an id, which must be removed
 * again, because `structure.ts` gives ids to all headings.
 */
export const headingMark = 'heading';

/**
 * What a theme's component may contain in addition. Its code is trusted, but its output must still contain nothing that
 * can run on our pages.
 */
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
        // Any class is allowed, because the theme has its own styles.
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

/** For checking a single element: its ancestors are checked later, with the whole tree. */
const elementSchema: Schema = { ...schema, ancestors: {} };

/**
 * Sanitises the HTML of an MDX text and its components. The author's own elements are held to the same rules as in any
 * other text. Elements from components may also have classes, data attributes and drawings. If a mark is missing, an
 * author's element falls under the wider rules, but even those allow nothing that can run.
 * @param tree as `parseHtml` returns it, without styles; changed by the call
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

/** Applies the strict rules to the author's own elements, at and below an element. */
function strictly(element: Element): ElementContent[] {
  element.children = element.children.flatMap((child) =>
    child.type === 'element' ? strictly(child) : [child],
  );
  const mark = element.properties[authorMark.property];
  if (mark === undefined) return [element];
  const { children } = element;
  if (schema.strip?.includes(element.tagName)) return [];
  const judged = sanitizeTree({ ...element, children: [] }, elementSchema);
  // The element is not allowed, but its children may be.
  if (judged.type !== 'element') return children;
  if (mark === headingMark) delete judged.properties.id;
  return [{ ...judged, children }];
}

/**
 * Removes the styles of components from a tree.
 * @param tree changed by the call
 * @returns the styles, each once; styles of the author stay in the tree, and the sanitiser drops them
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
