import type { ElementContent, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { nearest } from '#lang/nearest.ts';
import type { FilledProblem, Problem } from '#schema/problem.ts';
import type { MdxRenderer } from './body.ts';
import { type Attributes, type BodyComponent, bodyComponents } from './components.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Node = RootContent | Jsx;
/** A problem of a body. `line` counts from the first line of the body. */
export type BodyProblem = FilledProblem & Pick<Problem, 'line'>;

/**
 * Checks an MDX tree. It may contain only data. Imports, exports, expressions and computed attributes are refused. So
 * is every name or attribute that would reach code when the text is compiled (`<process.exit />`, `set:html`). All
 * problems are reported, not just the first.
 * @param theme the names of the theme's components, what may be passed to them, and the names of those that have a
 *   script
 * @returns the problems; and `plain`, the tree with each component replaced by a `div`, for the other checks of a
 *   faulty text
 */
export function checkMdx(
  tree: Root,
  theme: Pick<MdxRenderer, 'own' | 'withScript' | 'props'>,
): { problems: BodyProblem[]; plain: Root } {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (
      node.type === 'mdxjsEsm' ||
      node.type === 'mdxFlowExpression' ||
      node.type === 'mdxTextExpression'
    ) {
      const code = node.value.trim().split('\n')[0] ?? '';
      if (code !== '')
        problems.push({ id: 'mdx-code', line: node.position?.start.line, params: { code } });
    }
  });
  const children = checked(tree.children, { ...theme, problems });
  return { problems, plain: { type: 'root', children } };
}

interface Checking extends Pick<MdxRenderer, 'own' | 'withScript' | 'props'> {
  readonly problems: BodyProblem[];
}

function checked(nodes: Node[], checking: Checking): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isJsx(node)) return checkedJsx(node, checking);
    if (node.type === 'element') {
      if (node.tagName === 'p') checkParagraph(node.children, checking);
      return [{ ...node, children: checked(node.children, checking) }];
    }
    return node.type === 'text' ? [node] : [];
  });
}

/** Reports a component in the middle of a sentence: the five built-in components are blocks. */
function checkParagraph(children: Node[], { problems }: Checking): void {
  const components = children.filter(
    (child): child is Jsx => isJsx(child) && Object.hasOwn(bodyComponents, child.name ?? ''),
  );
  const others = children.filter(
    (child) =>
      !(components as Node[]).includes(child) &&
      !(child.type === 'text' && child.value.trim() === ''),
  );
  if (others.length > 0)
    problems.push(
      ...components.map(({ name, position }): BodyProblem => ({
        id: 'component-in-line',
        line: position?.start.line,
        params: { name: name ?? '' },
      })),
    );
}

function isJsx(node: { type: string }): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Attributes that Astro itself interprets. Those with a colon are directives: `set:html`, `client:load`. */
const ofAstro = /:|^(?:slot|children|key|is)$/u;

function checkedJsx(node: Jsx, checking: Checking): ElementContent[] {
  const { own, withScript, props, problems } = checking;
  const children = checked(node.children, checking);
  const { name } = node;
  if (!name) return children;
  const line = node.position?.start.line;
  const attributes = literalAttributes(node, problems);
  const refused = Object.keys(attributes).filter((attribute) => ofAstro.test(attribute));
  for (const attribute of refused)
    problems.push({ id: 'mdx-attribute', line, params: { name, attribute } });
  const position = node.position && { position: node.position };
  // A tag in lower case is plain HTML; the sanitiser removes what is not allowed. A name with a dot would be code.
  if (/^[a-z][a-z0-9-]*$/u.test(name) && name !== 'slot')
    return [
      { type: 'element', tagName: name, properties: { ...attributes }, children, ...position },
    ];

  if (withScript.has(name)) problems.push({ id: 'component-script', line, params: { name } });
  const builtIn = Object.hasOwn(bodyComponents, name) ? bodyComponents[name] : undefined;
  const component = own.has(name) ? props.get(name) : builtIn;
  if (component)
    problems.push(
      ...attributeFaults(name, component, attributes)
        .filter(
          ({ params }) => !('attribute' in params && refused.includes(String(params.attribute))),
        )
        .map((fault) => ({ ...fault, line })),
    );
  else if (!own.has(name)) {
    const names = [...new Set([...Object.keys(bodyComponents), ...own])];
    problems.push({
      id: 'unknown-component',
      line,
      params: { name, nearest: nearest(name, names) ?? '', components: names.join(', ') },
    });
  }
  return [{ type: 'element', tagName: 'div', properties: {}, children, ...position }];
}

function literalAttributes(node: Jsx, problems: BodyProblem[]): Attributes {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
      attributes[attribute.name] = attribute.value;
    else if (attribute.type === 'mdxJsxAttribute' && attribute.value == null)
      attributes[attribute.name] = '';
    else
      problems.push({
        id: 'mdx-code',
        line: node.position?.start.line,
        params: { code: attribute.type === 'mdxJsxAttribute' ? `${attribute.name}={…}` : '{…}' },
      });
  }
  return attributes;
}

function attributeFaults(
  name: string,
  { attributes: allowed, needs, choices = {} }: BodyComponent,
  attributes: Attributes,
): Array<FilledProblem> {
  const unknown = Object.keys(attributes).filter((attribute) => !allowed.includes(attribute));
  const missing = needs.map((set) => set.filter((attribute) => !attributes[attribute]));
  const least = missing.toSorted((a, b) => a.length - b.length)[0] ?? [];
  const wrong = Object.entries(choices).flatMap(([field, values]) => {
    const value = attributes[field];
    return value === undefined || values.includes(value) ? [] : [{ field, value, values }];
  });
  return [
    ...wrong.map(({ field, value, values }) => ({
      id: 'not-one-of' as const,
      params: { field, value, allowed: values.join(', '), nearest: nearest(value, values) ?? '' },
    })),
    ...unknown.map((attribute) => ({
      id: 'component-attribute' as const,
      params: { name, attribute, attributes: allowed.join(', ') || '—' },
    })),
    ...least.map((attribute) => ({ id: 'component-needs' as const, params: { name, attribute } })),
  ];
}
