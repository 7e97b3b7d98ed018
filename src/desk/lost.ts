import { parseSource, type SourceNode } from '#body/parse.ts';

/** What an editor in the browser may lose of a text that a person did not mean to change. */
export type BodyLoss = 'table' | 'html' | 'footnote';

/**
 * What a text has lost between two savings that no person takes out in passing: the alignment of a table that is still
 * there, HTML, notes.
 * @param before as it stands in the folder
 * @param after as the editor would write it
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
    // A comment is taken out on purpose: «write the text here».
    if (!node.value?.startsWith('<!--')) all.push(node);
    node.children?.forEach(look);
  };
  look(parseSource(text, 'md'));
  return all;
}
