import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { walk } from '#body/walk.ts';
import { groupsOf, itemAt, lastOf, must } from '#lang/lookup.ts';

/** What is declared of an element: properties of CSS by name, in lower case. */
export type Declared = ReadonlyMap<string, string>;

/** The style sheets that a page brings along in itself, as far as they name elements, classes and ids. */
export interface PageStyles {
  /** @param ancestors of the element, the nearest last */
  of(element: Element, ancestors: readonly Element[]): Declared;
  /** Whether looks are described in other files, too. */
  readonly hasOthers: boolean;
}

interface Rule {
  /** From the outermost to the element itself. */
  readonly path: readonly Compound[];
  readonly declared: Declared;
}

interface Compound {
  readonly tagName?: string | undefined;
  readonly id?: string | undefined;
  readonly classes: readonly string[];
}

export function readPageStyles(page: Root): PageStyles {
  const rules: Rule[] = [];
  let hasOthers = false;
  walk(page, (element) => {
    if (element.tagName === 'style') rules.push(...rulesOf(toString(element)));
    if (element.tagName === 'link' && String(element.properties.rel).includes('stylesheet'))
      hasOthers = true;
  });
  return {
    hasOthers,
    of(element, ancestors) {
      const declared = new Map<string, string>();
      for (const rule of rules)
        if (matches(rule.path, element, ancestors))
          for (const [name, value] of rule.declared) declared.set(name, value);
      for (const [name, value] of declarationsOf(String(element.properties.style ?? '')))
        declared.set(name, value);
      return declared;
    },
  };
}

function rulesOf(css: string): Rule[] {
  const plain = css
    .replaceAll(/<!--|-->/gu, '')
    .replaceAll(/\/\*.*?\*\//gsu, '')
    // What holds for screens holds here; what holds for printers or fonts does not.
    .replaceAll(
      /@media\s*(?:screen|all)[^{]*\{(?<inside>(?:[^{}]*\{[^{}]*\})*)[^{}]*\}/giu,
      '$<inside>',
    )
    .replaceAll(/@[\w-]+[^{;]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/gu, '');
  return [...plain.matchAll(/(?<selectors>[^{}]+)\{(?<body>[^{}]*)\}/gu)].flatMap(({ groups }) => {
    const { selectors, body } = must(groups, 'groups of a rule');
    const declared = declarationsOf(must(body, 'body of a rule'));
    return must(selectors, 'selectors of a rule')
      .split(',')
      .map((selector) => pathOf(selector.trim()))
      .flatMap((path): Rule[] => (path ? [{ path, declared }] : []));
  });
}

const compound = /^(?<tag>[a-z][\w-]*|\*)?(?<rest>(?:[.#][\w-]+)*)$/iu;

/** @returns undefined for selectors of states, attributes and siblings */
function pathOf(selector: string): Compound[] | undefined {
  const parts = selector.split(/\s*>\s*|\s+/u).filter(Boolean);
  const compounds = parts.map((part): Compound | undefined => {
    if (!compound.test(part)) return undefined;
    const groups = groupsOf<'rest', 'tag'>(compound, part);
    const rest = groups.rest.match(/[.#][\w-]+/gu) ?? [];
    const tag = groups.tag?.toLowerCase();
    return {
      tagName: tag === '*' ? undefined : tag,
      id: rest.find((one) => one.startsWith('#'))?.slice(1),
      classes: rest.filter((one) => one.startsWith('.')).map((one) => one.slice(1)),
    };
  });
  const known = compounds.filter((one) => one !== undefined);
  return known.length === compounds.length && known.length > 0 ? known : undefined;
}

function matches(
  path: readonly Compound[],
  element: Element,
  ancestors: readonly Element[],
): boolean {
  if (!fits(lastOf(path), element)) return false;
  let wanted = path.length - 2;
  for (let index = ancestors.length - 1; index >= 0 && wanted >= 0; index--)
    if (fits(itemAt(path, wanted), itemAt(ancestors, index))) wanted--;
  return wanted < 0;
}

function fits({ tagName, id, classes }: Compound, element: Element): boolean {
  const { className } = element.properties;
  return (
    (tagName === undefined || tagName === element.tagName) &&
    (id === undefined || id === element.properties.id) &&
    classes.every((name) => Array.isArray(className) && className.includes(name))
  );
}

/** Properties of CSS as they stand in a `style` attribute. */
export function declarationsOf(style: string): Map<string, string> {
  return new Map(
    style.split(';').flatMap((part): Array<[string, string]> => {
      const at = part.indexOf(':');
      const name = part.slice(0, Math.max(0, at)).trim().toLowerCase();
      const value = part
        .slice(at + 1)
        .replace(/!important/iu, '')
        .trim()
        .toLowerCase();
      return name ? [[name, value]] : [];
    }),
  );
}
