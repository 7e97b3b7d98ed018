import type { Root } from 'mdast';
import { textOf } from './text-of.ts';

/** A paragraph of direct speech: a quotation, then a comma and a dash, then the speaker. */
const speech = /^[«“"].{20,}[»”"][,.!?…]*\s*[—–-]\s+\p{Ll}/su;

/** Turns paragraphs of direct speech into block quotations that include the speaker. */
export function quoteSpeech(body: Root): Root {
  return {
    ...body,
    children: body.children.map((block) =>
      block.type === 'paragraph' && speech.test(textOf(block))
        ? { type: 'blockquote', children: [block] }
        : block,
    ),
  };
}
