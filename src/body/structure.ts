import { phrasing } from './phrasing.ts';
import GithubSlugger from 'github-slugger';
import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Strings } from '#lang/strings.ts';
import type { BodyProblem } from './mdx.ts';
import { authorMark } from './sanitize.ts';
import { walk } from './walk.ts';

/**
 * Reports first-level headings: the title of the announcement must be the only one on its page.
 * @param lineOf returns the line on which something is written, for a heading without a position
 */
export function checkHeadings(tree: Root, lineOf: (needle: string) => number): BodyProblem[] {
  const problems: BodyProblem[] = [];
  walk(tree, (element) => {
    if (element.tagName !== 'h1') return;
    const line =
      Number(element.properties.dataLine ?? element.position?.start.line) || lineOf('<h1');
    problems.push({ id: 'heading-one', line, params: { heading: toString(element) } });
  });
  return problems;
}

/**
 * Replaces the alignment of cells with classes. HTML no longer has the attribute, and the site's content security
 * policy allows no inline styles.
 */
export function alignCells(tree: Root): void {
  walk(tree, ({ tagName, properties }) => {
    if (tagName !== 'th' && tagName !== 'td') return;
    const side = /^(?:text-align:\s*)?(?<side>left|right|center);?$/u.exec(
      String(properties.style ?? properties.align),
    )?.groups?.side;
    if (side) properties.className = [`align-${side}`];
  });
}

/** Turns an old anchor `<a name="x">` into an id, so that links to it still work (HTML, 16.2: `name` is obsolete). */
export function nameAnchors(tree: Root): void {
  walk(tree, ({ tagName, properties }) => {
    if (tagName === 'a' && typeof properties.name === 'string' && properties.name !== '')
      properties.id ??= properties.name;
  });
}

/**
 * Gives headings an id, and puts each table into a box in which it can be scrolled on a narrow screen. Boxes that
 * scroll can be reached by keyboard.
 */
export function finishStructure(tree: Root, { t }: Strings): void {
  const slugger = new GithubSlugger();
  walk(tree, (element, parent, index) => {
    if (/^h[2-6]$/u.test(element.tagName))
      element.properties.id ??= slugger.slug(toString(element));
    // Focusable, so that it can be scrolled by keyboard (WCAG 2.1.1), and named, so that a screen reader announces it
    // (4.1.2).
    if (isGallery(element))
      Object.assign(element.properties, {
        tabIndex: 0,
        role: 'group',
        ariaLabel: t('announcement.gallery'),
      });
    if (element.tagName !== 'table') return true;
    const caption = element.children.find(
      (child) => child.type === 'element' && child.tagName === 'caption',
    );
    parent.children[index] = h(
      'div.table',
      { tabIndex: 0, role: 'group', ariaLabel: caption ? toString(caption) : t('body.table') },
      element,
    );
    return false;
  });
}

/**
 * Removes everything but elements from the galleries that `components/Gallery.astro` has made, so that line ends
 * between the pictures are not shown.
 */
export function keepElementsOfGalleries(tree: Root): void {
  walk(tree, (element) => {
    if (isGallery(element) && !(authorMark.property in element.properties))
      element.children = element.children.filter((child) => child.type === 'element');
  });
}

function isGallery({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('gallery');
}

/** Inline elements; all others begin a new line. */
const insideLine = new Set([...phrasing, ...['picture', 'source', 'img', 'input', 'br']]);

/** The text of a tree, with one line for each block. Footnotes and references to them are left out. */
export function linesOf(tree: Nodes): string[] {
  const lines = [''];
  const write = (text: string) => lines.push((lines.pop() ?? '') + text);
  const read = (node: Nodes): void => {
    if (node.type === 'text') write(node.value);
    if (!('children' in node) || isFootnotes(node) || isReference(node)) return;
    if (node.type === 'element' && node.tagName === 'br') write(' ');
    const apart = node.type === 'element' && !insideLine.has(node.tagName);
    if (apart) lines.push('');
    for (const child of node.children) read(child);
    if (apart) lines.push('');
  };
  read(tree);
  return lines.map((line) => line.replaceAll(/\s+/gu, ' ').trim()).filter(Boolean);
}

function isFootnotes(node: Nodes): boolean {
  return (
    node.type === 'element' && node.tagName === 'section' && 'dataFootnotes' in node.properties
  );
}

function isReference(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'sup' &&
    node.children.some((child) => child.type === 'element' && 'dataFootnoteRef' in child.properties)
  );
}
