import type { Nodes } from 'mdast';

/** The words of a tree, without what pictures show and where notes stand; a line break is a space. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node && node.type !== 'html' && node.type !== 'yaml') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
