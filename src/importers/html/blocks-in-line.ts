import type { Element, ElementContent, Root } from 'hast';

const blocks = new Set([
  'p',
  'h1',
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
  'article',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'figure',
  'figcaption',
  'hr',
]);
/** What in Markdown holds one line and no block. */
const lines = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'figcaption']);
const marks = new Set(['b', 'strong', 'i', 'em', 's', 'del', 'strike', 'a', 'sup', 'sub']);

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const isBlock = (node: ElementContent): node is Element =>
  isElement(node) && blocks.has(node.tagName);
const holdsBlock = ({ children }: Element): boolean =>
  children.some((child) => isBlock(child) || (isElement(child) && holdsBlock(child)));

/**
 * Puts in order what old pages nest as Markdown cannot: bold around paragraphs goes into each of them, and paragraphs
 * in a heading or a cell become lines of it.
 */
export function blocksInLine(tree: Root): Root {
  return {
    ...tree,
    children: tree.children.flatMap((child): Root['children'] =>
      child.type === 'element' ? inOrder(child) : [child],
    ),
  };
}

function inOrder(element: Element): ElementContent[] {
  const children = element.children.flatMap((child) =>
    isElement(child) ? inOrder(child) : [child],
  );
  const tidied: Element = { ...element, children };
  if (!holdsBlock(tidied)) return [tidied];
  if (lines.has(element.tagName)) return [{ ...tidied, children: inLines(children) }];
  return marks.has(element.tagName) ? within(tidied, children) : [tidied];
}

/** The children of blocks without the blocks, line breaks around them. */
function inLines(children: readonly ElementContent[]): ElementContent[] {
  const lineBreak = (): Element => ({
    type: 'element',
    tagName: 'br',
    properties: {},
    children: [],
  });
  return children.flatMap((child) =>
    isBlock(child) ? [lineBreak(), ...inLines(child.children), lineBreak()] : [child],
  );
}

/** What stands in a mark, with the mark around the words of each block instead. */
function within(mark: Element, children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    // Code is code and a space between blocks is nothing: neither is marked.
    if (isBlock(child))
      result.push(
        child.tagName === 'pre' ? child : { ...child, children: within(mark, child.children) },
      );
    else if (child.type === 'text' && child.value.trim() === '' && (!last || isBlock(last)))
      result.push(child);
    else if (
      last &&
      isElement(last) &&
      last.tagName === mark.tagName &&
      last.properties === mark.properties
    )
      last.children.push(child);
    else result.push({ ...mark, children: [child] });
  }
  return result;
}
