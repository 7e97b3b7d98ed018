import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Tally } from '#importers/tally.ts';
import type { Declared, PageStyles } from './page-styles.ts';

type Child = ElementContent | Root['children'][number];

/**
 * Takes out what a page does not show: hidden elements, white letters on white, tiny ones; of pages that Word has
 * saved also comments, deleted words, headers and the codes of fields. The places are counted.
 */
export function takeOutUnseen(tree: Root, styles: PageStyles, tally: Tally): void {
  const look = (parent: Parents, ancestors: readonly Element[], isOnColor: boolean): void => {
    parent.children = (parent.children as Child[]).filter((child) => {
      if (child.type !== 'element') return true;
      const declared = styles.of(child, ancestors);
      const why = unseen(child, declared, isOnColor || styles.hasOthers);
      if (!why) return true;
      const counts = toString(child).trim() !== '' || holds(child, 'img');
      if (counts) tally.count(why);
      return false;
    });
    for (const child of parent.children)
      if (child.type === 'element')
        look(child, [...ancestors, child], isOnColor || hasBackground(child, styles, ancestors));
  };
  takeOutFieldCodes(tree, styles, tally);
  look(tree, [], false);
}

function unseen(
  element: Element,
  declared: Declared,
  isOnColor: boolean,
): 'hidden-text' | 'comments-dropped' | 'unaccepted-changes' | 'page-edges-dropped' | undefined {
  const { properties, tagName } = element;
  const className = Array.isArray(properties.className) ? properties.className.map(String) : [];
  const part = declared.get('mso-element') ?? '';
  if (
    /^comment(?:-list)?$/u.test(part) ||
    className.some((name) => /^mso(?:com|annotation)/iu.test(name))
  )
    return 'comments-dropped';
  if (/^(?:header|footer)$/u.test(part)) return 'page-edges-dropped';
  // Word writes who has deleted and when; elsewhere struck words are the author's own.
  if (tagName === 'del' && (properties.cite !== undefined || properties.dateTime !== undefined))
    return 'unaccepted-changes';
  if (className.some((name) => /^msodel$/iu.test(name))) return 'unaccepted-changes';
  const size = /^(?<number>[\d.]+)(?<unit>px|pt|em|rem|%)?$/u.exec(declared.get('font-size') ?? '');
  const isTiny =
    size !== null &&
    Number(size.groups?.number) <= (/px|pt/u.test(size.groups?.unit ?? '') ? 2 : 0);
  const isHidden =
    (properties.hidden !== undefined && properties.hidden !== false) ||
    declared.get('display') === 'none' ||
    ['hidden', 'collapse'].includes(declared.get('visibility') ?? '') ||
    declared.get('mso-hide') === 'all' ||
    /^0(?:\.0+)?%?$/u.test(declared.get('opacity') ?? '') ||
    isTiny ||
    isFarAway(declared) ||
    className.some((name) => /^(?:d-none|is-hidden|hidden|hide)$/iu.test(name));
  if (isHidden) return 'hidden-text';
  const color = declared.get('color') ?? String(properties.color ?? '').toLowerCase();
  const isWhite = /^(?:white|#(?:fff){1,2}|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))$/u.test(color);
  return isWhite && !isOnColor && !hasOwnBackground(element, declared) ? 'hidden-text' : undefined;
}

/** Out of the page, or cut to nothing. */
function isFarAway(declared: Declared): boolean {
  const far = ['left', 'top', 'right', 'text-indent', 'margin-left'].some((name) =>
    /^-\d{4,}/u.test(declared.get(name) ?? ''),
  );
  return far || /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$/u.test(declared.get('clip') ?? '');
}

function hasBackground(
  element: Element,
  styles: PageStyles,
  ancestors: readonly Element[],
): boolean {
  return hasOwnBackground(element, styles.of(element, ancestors));
}

function hasOwnBackground({ properties }: Element, declared: Declared): boolean {
  const color = [
    declared.get('background'),
    declared.get('background-color'),
    declared.get('background-image'),
    properties.bgColor,
    properties.bgcolor,
    properties.background,
  ].find((value) => value !== undefined);
  return (
    color !== undefined &&
    !/^(?:white|#(?:fff){1,2}|none|transparent|inherit|initial)$/iu.test(String(color))
  );
}

/** Word saves fields as their code, a separator and their value. */
function takeOutFieldCodes(tree: Root, styles: PageStyles, tally: Tally): void {
  const open: boolean[] = [];
  const look = (parent: Parents): void => {
    parent.children = (parent.children as Child[]).filter((child) => {
      if (child.type === 'text') return !open.includes(true);
      if (child.type !== 'element') return true;
      const part = styles.of(child, []).get('mso-element');
      if (part === 'field-begin') {
        open.push(true);
        tally.count('field-values');
      } else if (part === 'field-separator' && open.length > 0) open[open.length - 1] = false;
      else if (part === 'field-end') open.pop();
      else look(child);
      return true;
    });
  };
  look(tree);
}

export function holds(element: Element, tagName: string): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === tagName || holds(child, tagName)),
  );
}
