import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { walk } from './walk.ts';

/** What only a page with our styles and script can use. */
const ofThePage = ['className', 'tabIndex', 'role', 'ariaLabel', 'loading', 'decoding', 'sizes', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes', 'dataCredit', 'fetchPriority'];

/**
 * Finished HTML made fit for other programs: every address absolute, nothing that needs our styles, and of a
 * picture's formats the one that all of them can show.
 * @param tree changed by the call; what is `Raw` in it is HTML made fit already
 * @param page the absolute address of the page it stands on
 */
export function portableHtml(tree: Root, page: string): string {
  walk(tree, (element, parent, index) => {
    const image = element.tagName === 'picture' ? element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'img') : undefined;
    if (image) parent.children[index] = image;
    makePortable(image ?? element, page);
    return !image;
  });
  return toHtml(tree, { allowDangerousHtml: true });
}

function makePortable({ properties }: Element, page: string): void {
  for (const name of ofThePage) delete properties[name];
  for (const name of ['href', 'src', 'poster']) {
    const address = properties[name];
    // What cannot be read as an address is left as it was written.
    if (typeof address === 'string') properties[name] = URL.parse(address, page)?.href ?? address;
  }
}
