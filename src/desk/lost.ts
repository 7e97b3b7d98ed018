import { parseSource, type SourceNode } from '#body/parse.ts';

/** What the browser's editor may drop from a text although the person did not change it. */
export type BodyLoss = 'table' | 'html' | 'footnote';

/**
 * Finds losses between two versions of a text that a person would not cause in passing: the alignment of a table that
 * is still there, HTML, footnotes.
 * @param before the text in the content folder
 * @param after the text that the editor would write
 */
export function lostBetween(before: string, after: string): BodyLoss[] {
  const [was, is] = [nodesOf(before), nodesOf(after)];
  const aligned = (nodes: readonly SourceNode[]) =>
    nodes.filter(({ type, align }) => type === 'table' && align?.some(Boolean)).length;
  const count = (nodes: readonly SourceNode[], type: string) =>
    nodes.filter((node) => node.type === type).length;
  const losses: Array<[BodyLoss, boolean]> = [
    ['table', aligned(is) < aligned(was) && count(is, 'table') >= count(was, 'table')],
    [
      'html',
      count(is, 'html') < count(was, 'html') && count(is, 'paragraph') >= count(was, 'paragraph'),
    ],
    [
      'footnote',
      count(is, 'footnoteReference') < count(was, 'footnoteReference') &&
        count(is, 'footnoteDefinition') >= count(was, 'footnoteDefinition'),
    ],
  ];
  return losses.filter(([, lost]) => lost).map(([loss]) => loss);
}

function nodesOf(text: string): SourceNode[] {
  const all: SourceNode[] = [];
  const look = (node: SourceNode): void => {
    // Comments such as «write the text here» are removed on purpose.
    if (!node.value?.startsWith('<!--')) all.push(node);
    node.children?.forEach(look);
  };
  look(parseSource(text, 'md'));
  return all;
}
