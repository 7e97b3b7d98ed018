import type { Nodes } from 'mdast';

/** The words of a tree, without pictures and footnote references. A line break becomes a space. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node && node.type !== 'html' && node.type !== 'yaml') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
