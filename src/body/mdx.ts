import type { ElementContent, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { firstOf, must } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import type { Strings } from '#lang/strings.ts';
import type { FilledProblem, Problem } from '#schema/problem.ts';
import { type Attributes, type BodyComponent, bodyComponents } from './components.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Node = RootContent | Jsx;
/** A problem of a body: `line` counts from the first line of the body. */
export type BodyProblem = FilledProblem & Pick<Problem, 'line'>;

/**
 * Replaces the components of an MDX tree by the elements they stand for. MDX here is data: imports, exports,
 * expressions and computed attributes are refused, so that no text can ever be run.
 */
export function replaceComponents(tree: Root, strings: Strings): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (
      node.type === 'mdxjsEsm' ||
      node.type === 'mdxFlowExpression' ||
      node.type === 'mdxTextExpression'
    ) {
      const code = firstOf(node.value.trim().split('\n'));
      if (code !== '')
        problems.push({ id: 'mdx-code', line: node.position?.start.line, params: { code } });
    }
  });
  tree.children = replaced(tree.children, strings, problems);
  return problems;
}

/** Inside out: a component is made when all it contains has been made. */
function replaced(nodes: Node[], strings: Strings, problems: BodyProblem[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if ('children' in node) {
      const alone =
        node.type === 'element' && node.tagName === 'p' && standAlone(node.children, problems);
      node.children = replaced(node.children, strings, problems) as typeof node.children;
      // Tags on neighbouring lines make a paragraph of them in Markdown, and a figure cannot stand in a paragraph.
      if (alone) return node.children;
    }
    return isJsx(node) ? made(node, strings, problems) : [node];
  });
}

/** Whether a paragraph consists of components alone. One in the middle of a sentence is a problem: all five are blocks. */
function standAlone(children: Node[], problems: BodyProblem[]): boolean {
  const components = children.filter(
    (child): child is Jsx => isJsx(child) && Object.hasOwn(bodyComponents, child.name ?? ''),
  );
  const others = children.filter(
    (child) =>
      !(components as Node[]).includes(child) &&
      !(child.type === 'text' && child.value.trim() === ''),
  );
  if (components.length > 0 && others.length > 0) {
    problems.push(
      ...components.map(({ name, position }): BodyProblem => ({
        id: 'component-in-line',
        line: position?.start.line,
        params: { name: must(name, 'name of a component') },
      })),
    );
  }
  return components.length > 0 && others.length === 0;
}

function isJsx(node: { type: string }): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function made(node: Jsx, strings: Strings, problems: BodyProblem[]): ElementContent[] {
  const children = node.children;
  if (!node.name) return children;
  const line = node.position?.start.line;
  const attributes = literalAttributes(node, problems);
  // A tag in lower case is plain HTML; what is not allowed of it, the sanitiser takes out.
  if (/^[a-z]/u.test(node.name))
    return [
      {
        type: 'element',
        tagName: node.name,
        properties: { ...attributes },
        children,
        ...(node.position && { position: node.position }),
      },
    ];

  const component = Object.hasOwn(bodyComponents, node.name)
    ? bodyComponents[node.name]
    : undefined;
  if (!component) {
    const names = Object.keys(bodyComponents);
    problems.push({
      id: 'unknown-component',
      line,
      params: {
        name: node.name,
        nearest: nearest(node.name, names) ?? '',
        components: names.join(', '),
      },
    });
    return [];
  }
  const faults = attributeFaults(node.name, component, attributes).map((fault): BodyProblem => ({
    ...fault,
    line,
  }));
  problems.push(...faults);
  return faults.length > 0 ? [] : [component.make(attributes, children, strings)];
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
  const least = firstOf(missing.toSorted((a, b) => a.length - b.length));
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
