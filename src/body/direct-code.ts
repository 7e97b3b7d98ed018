import type { Parents } from 'hast';
import type { Direction } from '#lang/locale.ts';

const codes = new Set(['pre', 'code', 'kbd', 'samp']);

/**
 * Sets the direction of code inside text that runs from right to left. Otherwise `});` is shown as `;({`. An element with
 * a direction is also isolated from the text around it (HTML, 15.3.6).
 * @param tree changed by the call
 * @param direction of the text around it
 */
export function directCode(tree: Parents, direction: Direction): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    const { properties, tagName } = child;
    if (direction === 'rtl' && codes.has(tagName)) properties.dir ??= 'ltr';
    const own = properties.dir;
    directCode(child, own === 'rtl' || own === 'ltr' ? own : direction);
  }
}
