import type { SearchDocument } from '#search/engine.ts';
import { excerptOf, type Piece } from './excerpt.ts';

/** The data for showing a result. */
export interface Shown {
  readonly document: SearchDocument;
  readonly positions: readonly number[];
  /** Set when the text is not in the language of the page. */
  readonly language?: { readonly locale: string; readonly name: string } | undefined;
  /** What else is said about the result, in the language of the page. */
  readonly note?: string | undefined;
}

/** A result as a list item: title, date and topics, and the words around the matches. */
export function resultItem({ document: found, positions, language, note }: Shown): HTMLLIElement {
  const { title, words } = excerptOf(found.text, positions);
  const item = element('li', [
    element(
      'p',
      [language?.name, found.date, found.topics, note]
        .filter(Boolean)
        .map((text) => element('span', [text!])),
      'meta',
    ),
    element('h2', [element('a', marked(title))], 'teaser-title'),
    element('p', marked(words)),
  ]);
  item.querySelector('a')!.href = found.url;
  if (language) item.lang = language.locale;
  return item;
}

/** The list item that stands for a result whose text could not be downloaded. */
export function gapItem(text: string): HTMLLIElement {
  return element('li', [element('p', [text])], 'missing');
}

function marked(pieces: readonly Piece[]): Array<Node | string> {
  return pieces.map((piece) => (piece.marked ? element('mark', [piece.text]) : piece.text));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: ReadonlyArray<Node | string>,
  className?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
