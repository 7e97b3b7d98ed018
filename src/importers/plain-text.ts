import type { List, Paragraph, Root, RootContent } from 'mdast';
import { firstOf, groupsOf } from '#lang/lookup.ts';
import { decodeOld } from './decode.ts';
import { sourceFingerprint } from './source-fingerprint.ts';
import type { ImportNote, FormatReader } from './imported.ts';
import { tidy } from './tidy.ts';

/** Reads a plain text, such as a press office sends by e-mail. */
export const readPlainText: FormatReader = async function* ({ name, bytes }) {
  const notes: ImportNote[] = [];
  const text = decodeOld(bytes, notes);
  if (text === undefined) {
    yield { source: name, reason: 'undecodable', params: {} };
    return;
  }
  const body = paragraphsOf(text);
  if (body.children.length === 0) yield { source: name, reason: 'empty', params: {} };
  else
    yield {
      source: name,
      origin: { kind: 'text', id: sourceFingerprint(bytes) },
      body,
      pictures: new Map(),
      addresses: [],
      notes,
    };
};

const bullet = /^\s*[-–—•*·▪]\s+(?=\S)/u;
const number = /^\s*(?<number>\d{1,3})[.)]\s+(?=\S)/u;

/**
 * Converts plain text to a tree. Paragraphs are separated by empty lines or, when there are none, by line ends. Lists
 * are recognised.
 */
export function paragraphsOf(text: string): Root {
  const byEmptyLines = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/u.test(text);
  const parts = text.split(byEmptyLines ? /\n[^\S\n]*\n/u : /\n/u).filter((part) => part.trim());
  const children: RootContent[] = [];
  for (const part of parts) {
    const lines = part.split('\n').filter((line) => line.trim());
    const items = itemsOf(lines);
    const last = children.at(-1);
    if (!items) children.push(...(isWrapped(lines) ? [lines.join(' ')] : lines).map(paragraph));
    else if (last?.type === 'list' && last.ordered === items.ordered && !byEmptyLines)
      last.children.push(...items.children);
    else children.push(items);
  }
  // A single line with a dash is direct speech, not a list.
  const spoken = children.map((node) =>
    node.type === 'list' && !node.ordered && node.children.length === 1
      ? paragraph(`— ${textOfItem(node)}`)
      : node,
  );
  return tidy({ type: 'root', children: spoken });
}

/** Whether a program has wrapped a paragraph into lines of similar width. Other line breaks are intended. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.slice(0, -1).every((line) => line.length >= 40 && line.length <= 100);
}

function itemsOf(lines: readonly string[]): List | undefined {
  const mark = [bullet, number].find((form) => lines.every((line) => form.test(line)));
  if (!mark) return undefined;
  const start = mark === number ? Number(groupsOf<'number'>(number, firstOf(lines)).number) : null;
  return {
    type: 'list',
    ordered: mark === number,
    start,
    spread: false,
    children: lines.map((line) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(line.replace(mark, ''))],
    })),
  };
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function textOfItem({ children: [item] }: List): string {
  const [block] = item?.children ?? [];
  const [words] = block?.type === 'paragraph' ? block.children : [];
  return words?.type === 'text' ? words.value : '';
}
