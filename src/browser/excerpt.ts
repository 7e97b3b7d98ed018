import { type WordPosition, placesOf } from '#search/places.ts';

/** A piece of text; `marked` when it is a word that matches the query. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The number of words in an excerpt, and how many of them come before the first marked one. */
const length = 30;
const before = 6;

/**
 * The parts of a text that a result shows: the first line, which is the title, and the words around most of the
 * matches.
 */
export function excerptOf(
  text: string,
  positions: readonly number[],
): { title: Piece[]; words: Piece[] } {
  const places = placesOf(text);
  const matched = new Set(positions.flatMap((position) => places[position] ?? []));
  const title = text.split('\n', 1)[0]!;
  const start = bestStart(places, matched, places.indexOf(undefined) + 1);
  const shown = places.slice(start, start + length).filter((place) => place !== undefined);
  if (shown.length === 0 || title === text)
    return { title: cut(text, 0, title.length, matched), words: [] };

  // Characters before the first word or after the last word of a text (a quotation mark, a full stop) are included.
  const from =
    shown[0] === places[places.indexOf(undefined) + 1] ? title.length + 1 : shown[0]!.start;
  const to = shown.at(-1) === places.at(-1) ? text.length : shown.at(-1)!.end;
  const words = cut(text, from, to, matched);
  return {
    title: cut(text, 0, title.length, matched),
    words: [
      ...(from > title.length + 1 ? [ellipsis] : []),
      ...words,
      ...(to < text.length ? [ellipsis] : []),
    ],
  };
}

/**
 * The name by which a document was found, when nothing in its text was: the first of its names with a match. Empty when
 * the text itself has a match.
 */
export function foundName(
  { text, names = '' }: { readonly text: string; readonly names?: string | undefined },
  positions: readonly number[],
): Piece[] {
  if (!names) return [];
  const all = `${text}\n${names}`;
  const places = placesOf(all);
  const matched = new Set(positions.flatMap((position) => places[position] ?? []));
  const first = [...matched].sort((a, b) => a.start - b.start)[0];
  if (!first || first.start < text.length) return [];
  const from = all.lastIndexOf('\n', first.start) + 1;
  const end = all.indexOf('\n', first.start);
  return cut(all, from, end < 0 ? all.length : end, matched);
}

const ellipsis: Piece = { text: '…', marked: false };

/**
 * The start of the excerpt with the most matches: a few words before its first match. Without any match, the beginning
 * of the text.
 */
function bestStart(
  places: ReadonlyArray<WordPosition | undefined>,
  matched: ReadonlySet<WordPosition>,
  first: number,
): number {
  let best = { start: first, count: 0 };
  for (let position = first; position < places.length; position++) {
    if (!places[position] || !matched.has(places[position]!)) continue;
    const start = Math.max(first, position - before);
    const count = places
      .slice(start, start + length)
      .filter((place) => place && matched.has(place)).length;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

function cut(text: string, from: number, to: number, matched: ReadonlySet<WordPosition>): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of [...matched].sort((a, b) => a.start - b.start)) {
    if (start < at || end > to) continue;
    pieces.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  return [...pieces, { text: text.slice(at, to), marked: false }].filter(
    (piece) => piece.text !== '',
  );
}
