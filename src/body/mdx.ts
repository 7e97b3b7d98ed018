import type { ElementContent, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import { nearest } from '#lang/nearest.ts';
import type { Strings } from '#lang/strings.ts';
import type { Problem } from '#schema/problem.ts';
import { type Attributes, type BodyComponent, bodyComponents } from './components.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
/** A problem of a body: `line` counts from the first line of the body. */
export type BodyProblem = Omit<Problem, 'file'>;

/**
 * Replaces the components of an MDX tree by the elements they stand for. MDX here is data: imports, exports,
 * expressions and computed attributes are refused, so that no text can ever be run.
 */
export function replaceComponents(tree: Root, strings: Strings): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const code = (node.value as string).trim().split('\n')[0]!;
      if (code !== '') problems.push({ id: 'mdx-code', line: node.position?.start.line, params: { code } });
    }
  });
  // Inside out: a component is made when all it contains has been made.
  for (let found = innermost(tree); found; found = innermost(tree)) found.parent.children.splice(found.index, 1, ...made(found.node, strings, problems));
  return problems;
}

function innermost(tree: Root): { node: Jsx; parent: { children: unknown[] }; index: number } | undefined {
  let last: { node: Jsx; parent: { children: unknown[] }; index: number } | undefined;
  visit(tree, (node, index, parent) => {
    if (!isJsx(node) || !parent || index === undefined) return CONTINUE;
    last = { node, parent, index };
    return node.children.some(containsJsx) ? CONTINUE : EXIT;
  });
  return last;
}

function isJsx(node: { type: string }): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function containsJsx(node: { type: string; children?: unknown }): boolean {
  return isJsx(node) || (Array.isArray(node.children) && node.children.some(containsJsx));
}

function made(node: Jsx, strings: Strings, problems: BodyProblem[]): ElementContent[] {
  const children = node.children as ElementContent[];
  if (!node.name) return children;
  const line = node.position?.start.line;
  const attributes = literalAttributes(node, problems);
  // A tag in lower case is plain HTML; what is not allowed of it, the sanitiser takes out.
  if (/^[a-z]/u.test(node.name)) return [{ type: 'element', tagName: node.name, properties: { ...attributes }, children, ...(node.position && { position: node.position }) }];

  const component = Object.hasOwn(bodyComponents, node.name) ? bodyComponents[node.name]! : undefined;
  if (!component) {
    const names = Object.keys(bodyComponents);
    problems.push({ id: 'unknown-component', line, params: { name: node.name, nearest: nearest(node.name, names) ?? '', components: names.join(', ') } });
    return [];
  }
  const faults = attributeFaults(node.name, component, attributes).map((fault): BodyProblem => ({ ...fault, line }));
  problems.push(...faults);
  return faults.length > 0 ? [] : [component.make(attributes, children, strings)];
}

function literalAttributes(node: Jsx, problems: BodyProblem[]): Attributes {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') attributes[attribute.name] = attribute.value;
    else if (attribute.type === 'mdxJsxAttribute' && attribute.value == null) attributes[attribute.name] = '';
    else problems.push({ id: 'mdx-code', line: node.position?.start.line, params: { code: attribute.type === 'mdxJsxAttribute' ? `${attribute.name}={…}` : '{…}' } });
  }
  return attributes;
}

function attributeFaults(name: string, { attributes: allowed, needs }: BodyComponent, attributes: Attributes): Array<Omit<BodyProblem, 'line'>> {
  const unknown = Object.keys(attributes).filter((attribute) => !allowed.includes(attribute));
  const missing = needs.map((set) => set.filter((attribute) => !attributes[attribute]));
  const least = missing.toSorted((a, b) => a.length - b.length)[0]!;
  return [
    ...unknown.map((attribute) => ({ id: 'component-attribute' as const, params: { name, attribute, attributes: allowed.join(', ') || '—' } })),
    ...least.map((attribute) => ({ id: 'component-needs' as const, params: { name, attribute } })),
  ];
}
