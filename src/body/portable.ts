import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { walk } from './walk.ts';

/** What only a page with our styles and script can use. */
const ofThePage = [
  'className',
  'tabIndex',
  'role',
  'ariaLabel',
  'loading',
  'decoding',
  'sizes',
  'ariaDescribedBy',
  'dataFootnoteRef',
  'dataFootnoteBackref',
  'dataFootnotes',
  'dataCredit',
  'fetchPriority',
];

/**
 * Finished HTML made fit for other programs: every address absolute, nothing that needs our styles, and of a
 * picture's formats the one that all of them can show.
 * @param tree changed by the call; what is `Raw` in it is HTML made fit already
 * @param page the absolute address of the page it stands on
 */
export function portableHtml(tree: Root, page: string): string {
  makePortable(tree, page);
  return toHtml(tree, { allowDangerousHtml: true });
}

/** The same, where the HTML is not needed if it stays what it is. @returns whether anything had to be changed */
export function makePortable(tree: Root, page: string): boolean {
  let changed = false;
  walk(tree, (element, parent, index) => {
    const image =
      element.tagName === 'picture'
        ? element.children.find(
            (child): child is Element => child.type === 'element' && child.tagName === 'img',
          )
        : undefined;
    if (image) parent.children[index] = image;
    const fitted = fit(image ?? element, page);
    changed ||= fitted || image !== undefined;
    return !image;
  });
  return changed;
}

function fit({ properties }: Element, page: string): boolean {
  let changed = false;
  const set = (name: string, value: string | undefined) => {
    changed ||= properties[name] !== value;
    if (value === undefined) delete properties[name];
    else properties[name] = value;
  };
  for (const name of ofThePage) if (name in properties) set(name, undefined);
  // By these attributes Astro's scoped styles find their elements.
  for (const name in properties) if (name.startsWith('dataAstroCid')) set(name, undefined);
  for (const name of ['href', 'src', 'poster']) {
    const address = properties[name];
    // What cannot be read as an address is left as it was written.
    if (typeof address === 'string') set(name, URL.parse(address, page)?.href ?? address);
  }
  return changed;
}
