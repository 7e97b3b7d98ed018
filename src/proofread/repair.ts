import { parseSource, type SourceNode } from '#body/parse.ts';
import type { Source } from '#site/model.ts';
import { applyEdits, type Edit, editsBetween } from './edits.ts';
import { type Block, sourceProse } from './source-prose.ts';
import { settled } from './typography.ts';

/** Returns an improved text. It gets plain words and knows nothing of Markdown. */
export type Better = (text: string) => string;

/**
 * Repairs the words in the blocks of a Markdown text. Only words change: code, addresses and markup stay where they
 * are. A block for which that cannot be guaranteed is left alone.
 */
export function repairBody(
  source: Pick<Source, 'body' | 'format' | 'bodyLine'>,
  better: Better,
): string {
  return settled(source.body, (body) => repairOnce({ ...source, body }, better));
}

function repairOnce(source: Pick<Source, 'body' | 'format' | 'bodyLine'>, better: Better): string {
  let { body } = source;
  // From the last block to the first, so that the offsets of the earlier blocks stay valid.
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

/**
 * Translates an edit of a block into an edit of the body.
 * @returns undefined where the edit would touch something that is not written as it reads (`\*`, `&amp;`)
 */
export function inBody({ start, end, text }: Edit, { at, text: block }: Block): Edit | undefined {
  // Line ends are usually markup.
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

/** Everything in a text except its words (the tree, addresses, code), as a string to compare. */
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

/** Adjacent text nodes count as one. */
function joined(nodes: readonly SourceNode[]): SourceNode[] {
  return nodes.filter((node, index) => node.type !== 'text' || nodes[index - 1]?.type !== 'text');
}
