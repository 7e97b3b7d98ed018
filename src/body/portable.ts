import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { walk } from './walk.ts';

/** Attributes that are useful only on a page with our styles and scripts. */
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
 * Makes finished HTML fit for other programs: every address is absolute, nothing depends on our styles, and a picture
 * has only the one format that all programs can show.
 * @param tree changed by the call; its `Raw` nodes are HTML that is already portable
 * @param page the absolute address of its page
 */
export function portableHtml(tree: Root, page: string): string {
  makePortable(tree, page);
  return toHtml(tree, { allowDangerousHtml: true });
}

/**
 * Like `portableHtml`, but only changes the tree, so that a caller need not serialise an unchanged one.
 * @returns whether anything was changed
 */
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
  // Astro's scoped styles select elements by these attributes.
  for (const name in properties) if (name.startsWith('dataAstroCid')) set(name, undefined);
  for (const name of ['href', 'src', 'poster']) {
    const address = properties[name];
    // An invalid address is left as it was written.
    if (typeof address === 'string') set(name, URL.parse(address, page)?.href ?? address);
  }
  return changed;
}
