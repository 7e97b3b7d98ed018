import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { firstOf, lastOf } from '#lang/lookup.ts';
import { textOf } from './text-of.ts';

/**
 * Cleans a tree: no empty paragraphs, items or headings, no line breaks instead of paragraphs, no invisible characters,
 * no spaces at the edges of emphasis, no heading of level 1, and no HTML.
 */
export function tidy(tree: Root): Root {
  return { type: 'root', children: blocks(tree.children) as RootContent[] };
}

function blocks(nodes: readonly Nodes[]): Nodes[] {
  return inParagraphs(nodes).flatMap((node): Nodes[] => {
    switch (node.type) {
      case 'html':
      case 'yaml':
        return [];
      case 'paragraph':
        return paragraphs(node);
      case 'heading': {
        const children = phrases(node.children).flatMap((child) =>
          child.type === 'strong' ? child.children : [child],
        );
        const depth = Math.max(2, node.depth) as 2;
        return textOf(node).trim()
          ? [{ ...node, depth, children: inOneLine(trimmed(children)) }]
          : [];
      }
      case 'table': {
        const children = node.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({
            ...cell,
            children: inOneLine(trimmed(phrases(cell.children))),
          })),
        }));
        return children.some((row) => textOf(row).trim()) ? [{ ...node, children }] : [];
      }
      case 'code':
        return node.value.trim() ? [{ ...node, lang: null, meta: null }] : [];
      case 'list':
      case 'listItem':
      case 'blockquote':
      case 'footnoteDefinition': {
        const children = blocks(node.children);
        // An item that once contained a paragraph need not make the list loose.
        return children.length > 0
          ? [{ ...node, ...('spread' in node && { spread: false }), children } as Nodes]
          : [];
      }
      default:
        return [node];
    }
  });
}

const phrasing: ReadonlySet<Nodes['type']> = new Set<PhrasingContent['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'inlineCode',
  'break',
  'footnoteReference',
]);
const isPhrase = (node: Nodes): node is PhrasingContent => phrasing.has(node.type);

/**
 * Puts inline nodes among blocks into paragraphs, as in a list without items. Elsewhere their characters would be read
 * as Markdown.
 */
function inParagraphs(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (!isPhrase(node)) open = undefined;
    else if (open) open.children.push(node);
    else open = { type: 'paragraph', children: [node] };
    if (!open) result.push(node);
    else if (result.at(-1) !== open) result.push(open);
  }
  return result;
}

/** Splits a paragraph where line breaks were used to make an empty line. */
function paragraphs({ children }: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  const clean = phrases(children);
  for (const [index, child] of clean.entries()) {
    const rest = clean
      .slice(index + 1)
      .find((next) => !(next.type === 'text' && !next.value.trim()));
    if (child.type === 'break' && (rest?.type === 'break' || lastOf(parts).length === 0)) {
      if (lastOf(parts).length > 0) parts.push([]);
    } else lastOf(parts).push(child);
  }
  return parts
    .map((part): Paragraph => ({ type: 'paragraph', children: trimmed(part) }))
    .filter(({ children: words }) => words.some(says));
}

function says(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.some(says);
  return node.type === 'image' || node.type === 'footnoteReference' || textOf(node).trim() !== '';
}

/**
 * Invisible characters that Word, Telegram and old pages leave: soft hyphens, zero-width joiners, control characters.
 */
const invisible =
  /[\u00AD\u200B\u202A-\u202E\u2060-\u2064\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;

/**
 * Joiners and direction marks where they have no effect. They matter in Persian and Hindi between letters, in emoji as
 * joiners, and in Arabic and Hebrew for direction. Between Latin and Cyrillic letters they are never intended.
 */
const idleJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200C-\u200F])[\u200C-\u200F](?!\p{Script=Arabic}|\p{Script=Hebrew})/gu;

/** Removes invisible characters. Runs of spaces become one space, which is no-break if one of them was. */
export function visible(text: string): string {
  return text
    .replaceAll(invisible, '')
    .replaceAll(idleJoiner, '')
    .replaceAll(/[\s\u00A0]+/gu, (space) =>
      space.includes('\u00A0') && !space.includes('\n') ? '\u00A0' : ' ',
    )
    .replaceAll(/\p{Cs}/gu, '\uFFFD');
}

type Emphasis = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;
const isEmphasis = (node: PhrasingContent | undefined): node is Emphasis =>
  node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';

function phrases(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const clean = nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'html') return [];
    if (node.type === 'text') return [{ ...node, value: visible(node.value) }];
    if (node.type === 'inlineCode') return [{ ...node, value: visible(node.value) }];
    if (isEmphasis(node)) return emphasis({ ...node, children: phrases(node.children) });
    if (node.type === 'link') {
      const children = phrases(node.children);
      // Old sites linked each picture to a larger copy of itself.
      if (
        children.length === 1 &&
        firstOf(children).type === 'image' &&
        /\.(?:jpe?g|png|gif|webp)$/iu.test(node.url)
      )
        return children;
      return children.some(says) ? [{ ...node, children: children, title: null }] : [];
    }
    return [node];
  });
  return merged(clean);
}

/** Moves spaces out of emphasis, because Markdown cannot have them at its edges. Empty emphasis is removed. */
function emphasis(node: Emphasis): PhrasingContent[] {
  const text = textOf(node);
  if (!node.children.some(says)) return text ? [{ type: 'text', value: ' ' }] : [];
  const before = /^[\s\u00A0]*/u.exec(text)?.[0];
  const after = /[\s\u00A0]*$/u.exec(text)?.[0];
  const inside = { ...node, children: trimmed(node.children) };
  return [
    ...(before ? [{ type: 'text' as const, value: before }] : []),
    inside,
    ...(after ? [{ type: 'text' as const, value: after }] : []),
  ];
}

/** Merges adjacent nodes of one kind: Word splits a word where a person has edited it. */
function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      result.splice(-1, 1, { type: 'text', value: visible(last.value + node.value) });
    else if (isEmphasis(node) && isEmphasis(last) && last.type === node.type)
      result.splice(-1, 1, {
        ...last,
        children: merged([...last.children, ...node.children]),
      });
    else result.push(node);
  }
  return result;
}

/** Removes spaces and line breaks at the edges. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const edge = (node: PhrasingContent | undefined) =>
    node !== undefined && (node.type === 'break' || (node.type === 'text' && !node.value.trim()));
  let [start, end] = [0, nodes.length];
  while (start < end && edge(nodes[start])) start++;
  while (end > start && edge(nodes[end - 1])) end--;
  return nodes.slice(start, end).map((node, index, all): PhrasingContent => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === all.length - 1 ? value.trimEnd() : value };
  });
}

function inOneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return merged(nodes.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node)));
}
