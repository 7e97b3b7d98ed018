import { parseSource, type SourceNode } from '#body/parse.ts';
import type { Source } from '#site/model.ts';
import { applyEdits, type Edit, editsBetween } from './edits.ts';
import { type Block, sourceProse } from './source-prose.ts';
import { settled } from './typography.ts';

/** Makes a better text of one; knows nothing of Markdown. */
export type Better = (text: string) => string;

/**
 * A Markdown text with the words of its blocks made better. Only words change: whatever is not a letter of a text
 * (code, addresses, markup) is where it was, and a block of which that would not be so is left alone.
 */
export function repairBody(
  source: Pick<Source, 'body' | 'format' | 'bodyLine'>,
  better: Better,
): string {
  return settled(source.body, (body) => repairOnce({ ...source, body }, better));
}

function repairOnce(source: Pick<Source, 'body' | 'format' | 'bodyLine'>, better: Better): string {
  let { body } = source;
  // From the last block to the first, so that the places of those before stay right.
  for (const block of sourceProse(source).reverse()) {
    const edits = editsBetween(block.text, better(block.text)).flatMap(
      (edit) => inBody(edit, block) ?? [],
    );
    if (edits.length === 0) continue;
    const repaired = applyEdits(body, edits);
    if (shapeOf(repaired, source.format) === shapeOf(body, source.format)) body = repaired;
  }
  return body;
}

/** An edit of a block as one of the body; undefined where it would touch what is not written as it reads. */
export function inBody({ start, end, text }: Edit, { at, text: block }: Block): Edit | undefined {
  // Line ends are markup, mostly.
  if (text.includes('\n') || block.slice(start, end).includes('\n')) return undefined;
  const touched = at.slice(start, end);
  if (start === end) {
    const before = at[start - 1];
    const offset = before === undefined ? at[start] : before + 1;
    return offset === undefined ? undefined : { start: offset, end: offset, text };
  }
  const [first] = touched;
  return first !== undefined && touched.every((offset, index) => offset === first + index)
    ? { start: first, end: first + touched.length, text }
    : undefined;
}

/** Everything of a text but its words: the tree, addresses, code. */
export function shapeOf(body: string, format: Source['format']): string {
  const shape = ({ type, position: _, children, value, ...rest }: SourceNode): unknown => [
    type,
    type === 'text' ? '' : value,
    rest,
    joined(children ?? []).map(shape),
  ];
  const root = parseSource(body, format);
  return JSON.stringify(shape({ ...root, value: '' }));
}

/** Neighbouring text nodes are one text. */
function joined(nodes: readonly SourceNode[]): SourceNode[] {
  return nodes.filter((node, index) => node.type !== 'text' || nodes[index - 1]?.type !== 'text');
}
