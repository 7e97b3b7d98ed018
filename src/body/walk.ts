import type { Element, Parents } from 'hast';

/**
 * Visits every element below a node, in document order, parents before their children. Every body is walked ten times,
 * and unist-util-visit, which can do more, takes ten times as long.
 * @param see may replace the element that it gets; it returns false to skip the children
 */
export function walk(
  parent: Parents,
  see: (element: Element, parent: Parents, index: number) => boolean | void,
): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type === 'element' && see(child, parent, index) !== false) walk(child, see);
  }
}
