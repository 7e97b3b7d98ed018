import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';

/** An element, parsed as browsers do. Attributes have their property names: `hrefLang`, `className`. */
export interface Found {
  readonly name: string;
  readonly attributes: Element['properties'];
  /** The text with its white space collapsed. */
  readonly text: string;
  /** The effective language: that of the element, or of its nearest ancestor with one. */
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  all(name: string, attributes?: Attributes): Found[];
}

type Attributes = Readonly<Record<string, unknown>>;

/** A page, parsed by the rules of HTML. */
export interface Page extends Omit<Found, 'name' | 'attributes'> {
  /** The address below the base: `/kk/archive/`. */
  readonly address: string;
  readonly html: Found;
  /**
   * The only element that matches.
   * @throws {Error} when there is none, or more than one
   */
  one(name: string, attributes?: Attributes): Found;
}

export function readPage(address: string, markup: string): Page {
  const tree = htmlToHast(markup) as Root;
  const whole = find(tree, 'html', {}, {})[0]!;
  return {
    address,
    html: whole,
    text: whole.text,
    lang: whole.lang,
    dir: whole.dir,
    all: (name, attributes) => find(tree, name, attributes ?? {}, {}),
    one(name, attributes = {}) {
      const found = find(tree, name, attributes, {});
      if (found.length !== 1)
        throw new Error(`${address}: ${found.length} of ${name} ${JSON.stringify(attributes)}`);
      return found[0]!;
    },
  };
}

type Around = Pick<Found, 'lang' | 'dir'> | Record<string, never>;

/**
 * Finds the matching elements below a node.
 * @param attributes the attributes that an element must have; in a list (`className`, `rel`), the value must be
 * included
 */
function find(node: Nodes, name: string, attributes: Attributes, around: Around): Found[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child): Found[] => {
    if (child.type !== 'element') return [];
    const { lang = around.lang, dir = around.dir } = child.properties as {
      lang?: string;
      dir?: string;
    };
    const here: Found = {
      name: child.tagName,
      attributes: child.properties,
      text: toString(child).replaceAll(/\s+/gu, ' ').trim(),
      lang,
      dir,
      all: (inner, wanted = {}) => find(child, inner, wanted, { lang, dir }),
    };
    const matches =
      (name === '*' || child.tagName === name) &&
      Object.entries(attributes).every(([key, value]) => holds(child.properties[key], value));
    return [...(matches ? [here] : []), ...find(child, name, attributes, { lang, dir })];
  });
}

function holds(actual: unknown, wanted: unknown): boolean {
  return Array.isArray(actual) ? actual.includes(wanted) : actual === wanted;
}
