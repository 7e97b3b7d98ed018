import type { Nodes, Root } from 'hast';
import { htmlPieces, lineOf, lineStarts, readHtml } from './html-tags.ts';
import type { BodyProblem } from './mdx.ts';
import type { SourceNode } from './parse.ts';

interface Word {
  readonly word: string;
  readonly line: number;
}

/** So many of the missing words are named. */
const mostNamed = 8;

/**
 * Reports the words of a text that are not in its finished body. What is rightly not shown is no word here: comments,
 * addresses, the descriptions of pictures.
 * @param tree of `parseSource`
 * @param text what it was made of
 * @param body the finished tree
 */
export function checkWords(tree: SourceNode, text: string, body: Root): BodyProblem[] {
  const finished = new Map<string, number>();
  const letters = new Map<string, number>();
  eachText(body, (said) => {
    for (const word of wordsOf(said)) finished.set(word, (finished.get(word) ?? 0) + 1);
  });
  const missing: Word[] = [];
  for (const said of sourceWords(tree, text)) {
    const left = finished.get(said.word) ?? 0;
    if (left === 0) missing.push(said);
    else if (left === 1) finished.delete(said.word);
    else finished.set(said.word, left - 1);
  }
  if (missing.length === 0) return [];

  // A word in two elements («<b>Ж</b>аңа») or with an entity is parted in another way there, and its letters are left over.
  for (const [word, count] of finished)
    for (const letter of word) letters.set(letter, (letters.get(letter) ?? 0) + count);
  const lost = missing.filter(({ word }) => !takeLetters(word, letters));
  const [first] = lost;
  if (!first) return [];
  const words = lost.slice(0, mostNamed).map(({ word }) => word);
  return [
    {
      id: 'missing-words',
      line: first.line,
      params: { words: words.join(' ') + (lost.length > mostNamed ? ' …' : '') },
    },
  ];
}

/** Takes the letters of a word out of those that are left. @returns whether all of them were there */
function takeLetters(word: string, letters: Map<string, number>): boolean {
  let all = true;
  for (const letter of word) {
    const left = letters.get(letter) ?? 0;
    if (left === 0) all = false;
    else letters.set(letter, left - 1);
  }
  return all;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function eachText(node: Nodes, see: (text: string) => void): void {
  if (node.type === 'text') see(node.value);
  else if ('children' in node) for (const child of node.children) eachText(child, see);
}

const said = new Set(['text', 'inlineCode', 'code']);

function sourceWords(tree: SourceNode, text: string): Word[] {
  const found: Word[] = [];
  const put = (words: string, line: number) => {
    for (const word of wordsOf(words)) found.push({ word, line });
  };
  const look = ({ type, value, position, children }: SourceNode): void => {
    if (said.has(type) && value !== undefined) put(value, position?.start.line ?? 1);
    children?.forEach(look);
  };
  look(tree);
  if (text.includes('<')) {
    const starts = lineStarts(text);
    for (const token of readHtml(htmlPieces(tree, text))) {
      if (token.type !== 'text') continue;
      const line = lineOf(starts, token.piece.placeOf(token.at)) + 1;
      put(token.value.replaceAll(/&#?\w+;/gu, ' '), line);
    }
  }
  return found;
}
