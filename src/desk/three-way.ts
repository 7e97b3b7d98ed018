import { commonParts } from './common-parts.mjs';

/** A piece of a text after two people have changed it: agreed, or to be chosen. */
export type Piece =
  | { readonly kind: 'agreed'; readonly isBody: boolean; readonly lines: readonly string[] }
  | {
      readonly kind: 'choice';
      /** The name of the field; empty for a passage of the body. */
      readonly field: string;
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
    };

/** Which side of a choice a person takes. */
export const sides = ['ours', 'theirs', 'both'] as const;
export type Side = (typeof sides)[number];

/**
 * Joins two versions of a text file: field by field in the front matter, paragraph by paragraph below it. What only one
 * side has changed is agreed.
 * @param base the version from which both come; empty when there is none
 */
export function joinTexts(base: string, ours: string, theirs: string): Piece[] {
  const [from, mine, other] = [base, ours, theirs].map(partsOf);
  if (!from || !mine || !other) return [];
  return [
    ...joinFields(from.fields, mine.fields, other.fields),
    ...joinLists(from.blocks, mine.blocks, other.blocks),
  ];
}

/**
 * Writes the joined text.
 * @param sideOf the side taken for each choice, by its number among the choices
 */
export function joinedText(pieces: readonly Piece[], sideOf: (choice: number) => Side): string {
  let choice = 0;
  const parts = pieces.flatMap((piece) => {
    const isBody = piece.kind === 'agreed' ? piece.isBody : piece.field === '';
    const lines = takenFrom(piece, () => sideOf(choice++));
    return lines.map((text) => ({ text, isBody }));
  });
  // The last paragraph of a version has no empty line below it. In the joined text, another may follow.
  return parts
    .map(({ text, isBody }, index) =>
      isBody && index < parts.length - 1 && !isClosing.test(text) && !/\n\s*\n$/u.test(text)
        ? `${text.trimEnd()}\n\n`
        : text,
    )
    .join('');
}

const isClosing = /^---\s*$/u;

function takenFrom(piece: Piece, side: () => Side): readonly string[] {
  if (piece.kind === 'agreed') return piece.lines;
  const taken = side();
  // Of a field there can be only one.
  if (taken === 'both' && piece.field === '') return [...piece.ours, ...piece.theirs];
  return taken === 'theirs' ? piece.theirs : piece.ours;
}

/** The pieces of a file, which together are the whole file. */
interface Parts {
  /** By the name of the field; the empty name is what stands before the first. */
  readonly fields: ReadonlyMap<string, string>;
  /** The closing line of the front matter, then the paragraphs, each with the empty lines after it. */
  readonly blocks: readonly string[];
}

function partsOf(text: string): Parts {
  const lines = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const opens = /^---\s*$/u.test(lines[0] ?? '');
  const closing = opens
    ? lines.findIndex((line, index) => index > 0 && /^---\s*$/u.test(line))
    : -1;
  // A file of YAML has only fields.
  const isYaml = !opens && /^[\w-]+:/mu.test(text);
  const end = isYaml ? lines.length : Math.max(closing, 0);
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines.slice(0, end)) {
    name = /^(?<name>[\w-]+):/u.exec(line)?.groups?.name ?? name;
    fields.set(name, (fields.get(name) ?? '') + line);
  }
  const blocks: string[] = closing > 0 ? [lines[closing] ?? ''] : [];
  let isOpen = false;
  for (const line of lines.slice(closing > 0 ? closing + 1 : end)) {
    const isEmpty = line.trim() === '';
    if (blocks.length > 0 && (isOpen || isEmpty)) blocks.push(`${blocks.pop() ?? ''}${line}`);
    else blocks.push(line);
    isOpen = !isEmpty;
  }
  return { fields, blocks };
}

function joinFields(
  base: Parts['fields'],
  ours: Parts['fields'],
  theirs: Parts['fields'],
): Piece[] {
  const names = [...new Set([...ours.keys(), ...theirs.keys()])];
  return names.flatMap((field): Piece[] => {
    const [was, mine, other] = [base, ours, theirs].map((fields) => fields.get(field) ?? '');
    return pieceOf(field, [was ?? ''], [mine ?? ''], [other ?? '']);
  });
}

function joinLists(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Piece[] {
  const plain = (lines: readonly string[]) => lines.map((line) => line.trimEnd());
  const [inOurs, inTheirs] = [ours, theirs].map(
    (lines) => new Map(commonParts(plain(base), plain(lines))),
  );
  const pieces: Piece[] = [];
  let at = { base: 0, ours: 0, theirs: 0 };
  const until = (end: typeof at) => {
    const [was, mine, other] = [
      base.slice(at.base, end.base),
      ours.slice(at.ours, end.ours),
      theirs.slice(at.theirs, end.theirs),
    ];
    // The same number of paragraphs on all sides: each belongs to the one at its place.
    if (was.length === mine.length && was.length === other.length)
      was.forEach((_, index) =>
        pieces.push(
          ...pieceOf(
            undefined,
            was.slice(index, index + 1),
            mine.slice(index, index + 1),
            other.slice(index, index + 1),
          ),
        ),
      );
    else pieces.push(...pieceOf(undefined, was, mine, other));
    at = end;
  };
  for (let index = 0; index < base.length; index++) {
    const [mine, other] = [inOurs?.get(index), inTheirs?.get(index)];
    if (mine === undefined || other === undefined) continue;
    until({ base: index, ours: mine, theirs: other });
    until({ base: index + 1, ours: mine + 1, theirs: other + 1 });
  }
  until({ base: base.length, ours: ours.length, theirs: theirs.length });
  return pieces;
}

/** @param field undefined for the body */
function pieceOf(
  field: string | undefined,
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Piece[] {
  const [was, mine, other] = [base, ours, theirs].map(said);
  const agreed = (lines: readonly string[]): Piece[] =>
    lines.join('') === '' ? [] : [{ kind: 'agreed', isBody: field === undefined, lines }];
  if (mine === other || other === was) return agreed(ours);
  return mine === was ? agreed(theirs) : [{ kind: 'choice', field: field ?? '', ours, theirs }];
}

/** What lines say: empty lines at the end of a paragraph say nothing. */
function said(lines: readonly string[]): string {
  return lines.map((line) => line.trimEnd()).join('\n');
}
