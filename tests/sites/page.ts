import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';

/** An element as the parser of browsers reads it; attributes by their names as properties: `hrefLang`, `className`. */
export interface Found {
  readonly name: string;
  readonly attributes: Element['properties'];
  /** White space collapsed. */
  readonly text: string;
  /** The language that holds here: its own, or the nearest around it. */
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  all(name: string, attributes?: Attributes): Found[];
}

type Attributes = Readonly<Record<string, unknown>>;

/** A page, parsed by the rules of HTML. */
export interface Page extends Omit<Found, 'name' | 'attributes'> {
  /** Below the base: `/kk/archive/`. */
  readonly address: string;
  readonly html: Found;
  /** The only element of its kind.
   * @throws when there is none, or more than one */
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

/** @param attributes those that an element must have; of a list (`className`, `rel`), one that must be in it */
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
