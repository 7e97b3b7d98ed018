import type { Root } from 'mdast';
import { textOf } from './text-of.ts';

/** A paragraph of direct speech: a quotation, and after its comma and dash who says it. */
const speech = /^[«“"].{20,}[»”"][,.!?…]*\s*[—–-]\s+\p{Ll}/su;

/** Sets paragraphs of direct speech as quotations, the speaker with his words. */
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
