import type { Nodes, Root } from 'mdast';
import { literalMarksOfWords } from '#body/literal-marks.ts';
import type { ImportNote } from './imported.ts';
import { textOf } from './text-of.ts';

/** Notes on what readers would see as it is, though it was meant otherwise, and on broken letters. */
export function markNotes(title: string, body: Root): ImportNote[] {
  const words = [title, ...linesIn(body)];
  const marks = literalMarksOfWords(words).filter(({ isCertain }) => isCertain);
  const notes = marks.map((found): ImportNote => {
    if (found.id === 'broken-letters')
      return { id: 'broken-letters', params: { text: found.params.text } };
    const { mark, row, words: placeholder } = found.params as Readonly<Record<string, string>>;
    return { id: 'mark-left', params: { mark: mark ?? row ?? placeholder ?? '' } };
  });
  const known = new Set<string>();
  return notes.filter((note) => {
    const key = JSON.stringify(note);
    return !known.has(key) && known.add(key);
  });
}

const withWords = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell']);

/** Code is meant as it is. */
function linesIn(node: Nodes): string[] {
  if (withWords.has(node.type)) return textOf(withoutCode(node)).split('\n');
  return 'children' in node ? node.children.flatMap(linesIn) : [];
}

function withoutCode<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  return {
    ...node,
    children: node.children.flatMap((child) =>
      child.type === 'inlineCode' ? [] : [withoutCode(child)],
    ),
  };
}
