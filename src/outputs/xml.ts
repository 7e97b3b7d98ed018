import type { Element, ElementContent, Instruction, Nodes, Text } from 'xast';
import { x } from 'xastscript';
import { toXml } from 'xast-util-to-xml';

export { x };
export type { Element, Text };

/**
 * Writes a whole XML document. Escapes every text and attribute, and removes characters that XML cannot hold even
 * escaped.
 * @param style the address of a style sheet for browsers (Associating Style Sheets with XML documents 1.0)
 */
export function writeXml(root: Element, style?: string): string {
  const instructions = style
    ? [
        {
          type: 'instruction' as const,
          name: 'xml-stylesheet',
          value: `type="text/css" href="${encodeURI(style)}"`,
        },
      ]
    : [];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize([...instructions, root])}\n`;
}

/**
 * Escapes `]]>` in texts, where it is not allowed and which xast-util-to-xml does not do. It cannot break CDATA,
 * because we write none.
 * @see XML 1.0, section 2.4
 */
function serialize(nodes: readonly (Element | Instruction | Text)[]): string {
  return toXml(
    { type: 'root', children: nodes.map(clean) },
    { closeEmptyElements: true },
  ).replaceAll(']]>', ']]&gt;');
}

/**
 * Writes elements as a fragment that another program writes or reads. @astrojs/rss reads it with a parser that
 * knows only the five named entities, and would show other entities literally.
 */
export function writeXmlFragment(elements: readonly (Element | Text)[]): string {
  const names: Readonly<Record<string, string>> = {
    '&#x26;': '&amp;',
    '&#x3C;': '&lt;',
    '&#x22;': '&quot;',
  };
  return serialize(elements).replaceAll(
    /&#x(?:26|3C|22);/gu,
    (reference) => names[reference] ?? reference,
  );
}

/** Removes what XML 1.0 cannot hold even escaped: most control characters and lone surrogates (section 2.2). */
export function xmlSafe(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}

function clean<Node extends Nodes>(node: Node): Node;
function clean(node: Nodes): Nodes {
  if (node.type === 'text') return { ...node, value: xmlSafe(node.value) };
  if (node.type !== 'element') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, value && xmlSafe(value)]),
  );
  return {
    ...node,
    attributes,
    children: node.children.map((child): ElementContent => clean(child)),
  };
}
