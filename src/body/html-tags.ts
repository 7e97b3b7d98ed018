import { itemAt, must } from '#lang/lookup.ts';
import type { SourceNode } from './parse.ts';

/** A piece of raw HTML in a Markdown text, and where each of its lines is in the text. */
export interface HtmlPiece {
  readonly html: string;
  /** Offset in the text of a place in the piece. */
  placeOf(at: number): number;
}

/** What is between two tags, or a tag; `at` and `stop` are offsets in the piece. */
export type HtmlToken =
  | {
      readonly type: 'text';
      readonly piece: HtmlPiece;
      readonly at: number;
      readonly value: string;
    }
  | {
      readonly type: 'start' | 'end';
      readonly piece: HtmlPiece;
      readonly at: number;
      readonly stop: number;
      /** In lower case. `!--` is a comment, `!` and `?` are declarations. */
      readonly name: string;
      /** The name as it is written. */
      readonly as: string;
      /** What is written between the name and the `>`. */
      readonly attributes: string;
      /** The `>` is there. */
      readonly complete: boolean;
    };
export type HtmlTag = Exclude<HtmlToken, { type: 'text' }>;

/** Elements inside which nothing but their own end is a tag (HTML, 13.2.6.2 and 13.2.6.4.7). */
const rawText = new Set([
  ...['title', 'textarea', 'script', 'style', 'xmp', 'iframe', 'noembed', 'noframes'],
]);

/** The raw HTML of a text. @param text the body of which the tree was made */
export function htmlPieces(tree: SourceNode, text: string): HtmlPiece[] {
  const starts = lineStarts(text);
  const pieces: HtmlPiece[] = [];
  const look = (node: SourceNode): void => {
    if (node.type === 'html' && node.position) pieces.push(pieceOf(node, text, starts));
    node.children?.forEach(look);
  };
  look(tree);
  return pieces;
}

/** Offsets of the first letter of each line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the line of an offset, from 0, found in few steps. @param starts of `lineStarts` */
export function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (itemAt(starts, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function pieceOf(
  { value = '', position }: SourceNode,
  text: string,
  starts: readonly number[],
): HtmlPiece {
  const { start } = position ?? { start: { offset: 0, line: 1 } };
  const own = lineStarts(value);
  return {
    html: value,
    placeOf(at) {
      const line = lineOf(own, at);
      const lineStart = itemAt(own, line);
      const column = at - lineStart;
      if (line === 0) return text.indexOf(value.slice(0, 1), start.offset) + column;
      // Markdown takes the marks of a quotation and the indentation of a list from the front of each line.
      const begin = starts[start.line - 1 + line] ?? text.length;
      const end = (starts[start.line + line] ?? text.length + 1) - 1;
      const length = (own[line + 1] ?? value.length + 1) - 1 - lineStart;
      return Math.max(begin, end - length) + column;
    },
  };
}

/**
 * Reads the raw HTML of a text as browsers do, in time that grows with its length. An element like `<title>` that has no
 * end swallows what follows; it is read here as if it held nothing, so that the rest is looked at, too.
 */
export function readHtml(pieces: readonly HtmlPiece[]): HtmlToken[] {
  const lastEnds = new Map<string, { index: number; at: number }>();
  for (const [index, { html }] of pieces.entries())
    for (const { 0: tag, index: at } of html.matchAll(/<\/([a-z]+)(?=[\s/>])/giu))
      lastEnds.set(tag.slice('</'.length).toLowerCase(), { index, at });
  const hasEnd = (name: string, index: number, at: number) => {
    const last = lastEnds.get(name);
    return last !== undefined && (last.index > index || (last.index === index && last.at >= at));
  };

  const tokens: HtmlToken[] = [];
  let inside: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const { html } = piece;
    let at = 0;
    while (at < html.length) {
      if (inside !== undefined) {
        const end = endOf(inside, html, at);
        if (end < 0) break; // It is in one of the next pieces.
        at = end;
        inside = undefined;
      }
      const tag = nextTag(piece, at);
      const next = tag?.at ?? html.length;
      if (next > at) tokens.push({ type: 'text', piece, at, value: html.slice(at, next) });
      if (!tag) break;
      tokens.push(tag);
      at = tag.stop;
      if (tag.type === 'start' && tag.complete && rawText.has(tag.name))
        if (hasEnd(tag.name, index, at)) inside = tag.name;
    }
  }
  return tokens;
}

const endPatterns = new Map<string, RegExp>();

function endOf(name: string, html: string, at: number): number {
  let pattern = endPatterns.get(name);
  if (!pattern) endPatterns.set(name, (pattern = new RegExp(`</${name}(?=[\\s/>])`, 'giu')));
  pattern.lastIndex = at;
  return pattern.exec(html)?.index ?? -1;
}

function nextTag(piece: HtmlPiece, from: number): HtmlTag | undefined {
  const { html } = piece;
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    const odd = html[at + 1] === '?' || html[at + 1] === '!';
    if (odd) return declaration(piece, at);
    const end = html[at + 1] === '/';
    const begin = at + (end ? 2 : 1);
    if (!/[a-z]/iu.test(html[begin] ?? '')) continue;
    let stop = begin;
    while (stop < html.length && !/[\s/>]/u.test(html.charAt(stop))) stop++;
    const close = closeOf(html, stop);
    return {
      type: end ? 'end' : 'start',
      piece,
      at,
      stop: close < 0 ? html.length : close + 1,
      name: html.slice(begin, stop).toLowerCase(),
      as: html.slice(begin, stop),
      attributes: html.slice(stop, close < 0 ? html.length : close),
      complete: close >= 0,
    };
  }
  return undefined;
}

/** Where the `>` of a tag is, which may also be in the value of an attribute; -1 without one. */
function closeOf(html: string, from: number): number {
  let value = false;
  for (let at = from; at < html.length; at++) {
    const letter = html.charAt(at);
    if (letter === '>') return at;
    if (value && (letter === '"' || letter === "'")) {
      at = html.indexOf(letter, at + 1);
      if (at < 0) return -1;
    }
    value = letter === '=' || (value && /\s/u.test(letter));
  }
  return -1;
}

function declaration(piece: HtmlPiece, at: number): HtmlTag {
  const { html } = piece;
  const comment = html.startsWith('<!--', at);
  const empty = /^<!---?>/u.exec(html.slice(at, at + 6))?.[0];
  const close = empty
    ? at + empty.length - 1
    : comment
      ? html.indexOf('-->', at + 4) + 2
      : html.indexOf('>', at);
  const complete = close > at + 1;
  const name = comment ? '!--' : html.charAt(at + 1);
  return {
    type: 'start',
    piece,
    at,
    stop: complete ? close + 1 : html.length,
    name,
    as: name,
    attributes: '',
    complete,
  };
}

/** The attributes of a tag, their names in lower case. @param written as `HtmlTag` has them */
export function attributesOf(written: string): Record<string, string> {
  const pattern =
    /(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>`]+)))?/gu;
  const attributes: Record<string, string> = {};
  for (const { groups } of written.matchAll(pattern)) {
    const { name, double, single, bare } = must(groups, 'groups of an attribute');
    attributes[must(name, 'name of an attribute').toLowerCase()] ??= double ?? single ?? bare ?? '';
  }
  return attributes;
}
