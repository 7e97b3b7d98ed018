import type { Element, Parents } from 'hast';

/**
 * Shows every element below a node, outer ones before those inside, in the order of the text.
 * (Ten such walks are made through every body; unist-util-visit, which can do more, takes ten times as long.)
 * @param see may put another element in the place of the one it is shown; returns false to pass over what is inside
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
