import type { SourceNode } from './parse.ts';

/** A run of marks that stands in a text as it is. The numbers are offsets in the text. */
interface Run {
  readonly start: number;
  readonly marks: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The elements for each run of marks, the outer one first. */
const elementsOf: Readonly<Record<string, readonly string[]>> = {
  '*': ['em'],
  _: ['em'],
  '**': ['strong'],
  __: ['strong'],
  '***': ['em', 'strong'],
  ___: ['em', 'strong'],
  '~~': ['del'],
};

/** Marks of emphasis with the tags that they mean. */
interface Emphasis {
  /** Offset in the text. */
  readonly start: number;
  readonly marks: string;
  readonly tags: string;
}

/**
 * The marks of emphasis that stands between a punctuation mark and a letter: `**«Самұрық»**тың`. CommonMark sees no
 * emphasis there (0.31.2, 6.2), but Kazakh endings are written so every day.
 * @param tree of `parseSource`
 * @param text what it was made of
 */
export function emphasisBeforeEndings(tree: SourceNode, text: string): Emphasis[] {
  if (!/[*_~]/u.test(text)) return [];
  const found: Emphasis[] = [];
  const look = (node: SourceNode): void => {
    // A link without brackets is an address.
    if (node.type === 'link' && text[node.position?.start.offset ?? 0] !== '[') return;
    for (const [{ start, marks }, last] of pairsOf(runsIn(node, text))) {
      const names = elementsOf[marks] ?? [];
      found.push({ start, marks, tags: names.map((name) => `<${name}>`).join('') });
      const tags = names.toReversed().map((name) => `</${name}>`);
      found.push({ start: last.start, marks, tags: tags.join('') });
    }
    node.children?.forEach(look);
  };
  look(tree);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Writes such emphasis as elements: `<strong>«Самұрық»</strong>тың`. Where CommonMark sees emphasis, nothing changes.
 * Lines stay the same.
 */
export function withEmphasisBeforeEndings(tree: SourceNode, text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, marks, tags } of emphasisBeforeEndings(tree, text)) {
    parts.push(text.slice(at, start), tags);
    at = start + marks.length;
  }
  return parts.join('') + text.slice(at);
}

const isSpace = (sign: string) => /^\s?$/u.test(sign);
const isMark = (sign: string) => /[\p{P}\p{S}]/u.test(sign);
// Beside symbols it is as CommonMark has it, `*$*5`, and where a bracket or quotation opens or ends on the other side,
// `*(*a)`.
const mayEnd = (sign: string) => /[^\P{P}\p{Ps}\p{Pi}]/u.test(sign);
const mayBegin = (sign: string) => /[^\P{P}\p{Pe}\p{Pf}]/u.test(sign);
const isOfWord = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
const isLetter = (sign: string) => /\p{L}/u.test(sign);

/** The runs of marks in the words directly below a node that are neither escaped nor emphasis. */
function runsIn({ children = [] }: SourceNode, text: string): Run[] {
  return children.flatMap(({ type, position }): Run[] => {
    if (type !== 'text' || !position) return [];
    const { start, end } = position;
    const written = text.slice(start.offset, end.offset);
    return [...written.matchAll(/(?:\*{1,3}|_{1,3}|~~)(?![*_~])/gu)].flatMap(
      ({ index, 0: marks }) =>
        /[\\*_~]/u.test(text[start.offset + index - 1] ?? '')
          ? []
          : [runAt(text, start.offset + index, marks)],
    );
  });
}

/** By CommonMark's rules of flanking, and beyond them between a punctuation mark inside and a letter outside. */
function runAt(text: string, start: number, marks: string): Run {
  const before = text[start - 1] ?? '';
  const after = text[start + marks.length] ?? '';
  const begins = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
  const ends = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
  // A mark inside a word is none, and a single one may be a sign of multiplication.
  const isInWord = begins && ends && isOfWord(before) && isOfWord(after);
  return {
    start,
    marks,
    opens: !isInWord && (begins || (marks.length > 1 && mayBegin(after) && isLetter(before))),
    closes: !isInWord && (ends || (mayEnd(before) && isLetter(after))),
  };
}

/** Each run that closes, with the last run of the same marks before it that opens. Pairs do not cross. */
function pairsOf(runs: readonly Run[]): Array<[Run, Run]> {
  const pairs: Array<[Run, Run]> = [];
  const open = new Map<string, Run>();
  for (const run of runs) {
    const first = open.get(run.marks);
    if (first && run.closes) {
      pairs.push([first, run]);
      for (const [marks, { start }] of open) if (start >= first.start) open.delete(marks);
    } else if (run.opens) open.set(run.marks, run);
  }
  return pairs;
}
