import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { parseHtml } from './parse.ts';

/** What only a page with our styles and script can use. */
const ofThePage = ['className', 'tabIndex', 'loading', 'decoding', 'sizes', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes', 'fetchPriority'];

/**
 * Finished HTML made fit for other programs: every address absolute, nothing that needs our styles, and of a
 * picture's formats the one that all of them can show.
 * @param html as in `Body.html`
 * @param page the absolute address of the page it stands on
 */
export function portableHtml(html: string, page: string): string {
  const tree = parseHtml(html);
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'picture' && parent && index !== undefined) {
      const image = element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'img');
      if (!image) return undefined;
      parent.children[index] = image;
      return [SKIP, index];
    }
    for (const name of ofThePage) delete element.properties[name];
    for (const name of ['href', 'src', 'poster']) {
      const address = element.properties[name];
      if (typeof address === 'string') element.properties[name] = new URL(address, page).href;
    }
    return undefined;
  });
  return toHtml(tree);
}
