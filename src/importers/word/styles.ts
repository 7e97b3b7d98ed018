import { attribute, childOf, childrenOf, nameOf, switchOf } from './xml.ts';

/** What a style, or a text itself, says of how letters look; undefined: nothing. */
export interface Looks {
  readonly isHidden?: boolean | undefined;
  readonly isStruck?: boolean | undefined;
  /** `FFFFFF`, or the name of a colour of the theme. */
  readonly color?: string | undefined;
  /** In half points. */
  readonly size?: number | undefined;
  readonly isShaded?: boolean | undefined;
}

export interface Numbered {
  readonly list?: string | undefined;
  readonly level?: number | undefined;
}

export interface Style extends Looks, Numbered {
  readonly name: string;
}

/** The styles of a document, each with what it takes from the styles it is based on. */
export interface Styles {
  /** @param id undefined: the style that paragraphs have without naming one */
  paragraph(id: string | undefined): Style | undefined;
  character(id: string | undefined): Style | undefined;
  table(id: string | undefined): Style | undefined;
  readonly defaults: Looks;
}

/** Reads `styles.xml` (ECMA-376, part 1, 17.7). */
export function readStyles(document: Document | undefined): Styles {
  const elements = childrenOf(document?.documentElement);
  const styles = elements.filter((element) => nameOf(element) === 'w:style');
  const byKey = new Map(
    styles.map((style) => [`${attribute(style, 'type')} ${attribute(style, 'styleId')}`, style]),
  );
  const standard = styles.find(
    (style) => attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1',
  );
  const resolved = new Map<Element, Style>();
  const resolve = (type: string, id: string | undefined, depth = 0): Style | undefined => {
    const style =
      id === undefined ? (type === 'paragraph' ? standard : undefined) : byKey.get(`${type} ${id}`);
    // A style that is based on itself is no style of Word's.
    if (!style || depth > 20) return undefined;
    const known = resolved.get(style);
    if (known) return known;
    const based = attribute(childOf(style, 'w:basedOn'), 'val');
    const own = { ...looksOf(style), ...numberedOf(childOf(style, 'w:pPr')) };
    const made: Style = {
      ...(based === undefined ? {} : resolve(type, based, depth + 1)),
      ...said(own),
      name: attribute(childOf(style, 'w:name'), 'val') ?? '',
    };
    resolved.set(style, made);
    return made;
  };
  const defaults = elements.find((element) => nameOf(element) === 'w:docDefaults');
  return {
    paragraph: (id) => resolve('paragraph', id),
    character: (id) => resolve('character', id),
    table: (id) => resolve('table', id),
    defaults: said(looksOf(childOf(defaults, 'w:rPrDefault'))),
  };
}

/** The looks of a run, of a paragraph's mark or of a style. */
export function looksOf(element: Element | undefined): Looks {
  const properties = childOf(element, 'w:rPr');
  const size = Number(attribute(childOf(properties, 'w:sz'), 'val'));
  const color = childOf(properties, 'w:color');
  const shades = [
    properties,
    childOf(element, 'w:pPr'),
    childOf(element, 'w:tcPr'),
    childOf(element, 'w:tblPr'),
    ...childrenOf(element)
      .filter((child) => nameOf(child) === 'w:tblStylePr')
      .map((part) => childOf(part, 'w:tcPr')),
  ];
  const highlight = attribute(childOf(properties, 'w:highlight'), 'val');
  const isShaded =
    shades.some((holder) => isShade(childOf(holder, 'w:shd'))) ||
    (highlight !== undefined && !['none', 'white'].includes(highlight));
  return {
    isHidden: switchOf(properties, 'w:vanish') ?? switchOf(properties, 'w:webHidden'),
    isStruck: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'),
    color: attribute(color, 'themeColor') ?? attribute(color, 'val'),
    size: size > 0 ? size : undefined,
    isShaded: isShaded ? true : undefined,
  };
}

/** The list that a paragraph or a style names. */
export function numberedOf(properties: Element | undefined): Numbered {
  const numbered = childOf(properties, 'w:numPr');
  const level = attribute(childOf(numbered, 'w:ilvl'), 'val');
  return {
    list: attribute(childOf(numbered, 'w:numId'), 'val'),
    level: level === undefined ? undefined : Number(level),
  };
}

function isShade(shade: Element | undefined): boolean {
  if (!shade) return false;
  const [fill, pattern] = [attribute(shade, 'fill') ?? 'auto', attribute(shade, 'val') ?? 'clear'];
  return (
    !['auto', 'FFFFFF'].includes(fill.toUpperCase().replace('AUTO', 'auto')) ||
    !['clear', 'nil'].includes(pattern)
  );
}

function said<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
