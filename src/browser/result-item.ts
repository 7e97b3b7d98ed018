import type { Fact, SearchDocument } from '#search/engine.ts';
import { excerptOf, foundName, type Piece } from './excerpt.ts';

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
  const name = foundName(found, positions);
  const item = element('li', [
    element('h2', [element('a', marked(title))], 'teaser-title'),
    element(
      'p',
      [language?.name, found.date, found.topics, note]
        .filter(Boolean)
        .map((text) => element('span', [text!])),
      'meta',
    ),
    ...(found.facts?.length ? [factList(found.facts)] : [element('p', marked(words))]),
    ...(name.length > 0 ? [element('p', marked(name), 'found-name')] : []),
  ]);
  item.querySelector('a')!.href = found.url;
  if (language) item.lang = language.locale;
  return item;
}

/** What is known of a division, a person or the press office: telephone, address, head. */
function factList(facts: readonly Fact[]): HTMLElement {
  return element(
    'dl',
    facts.flatMap(({ label, value, href }) => {
      const link = href === undefined ? value : element('a', [value]);
      if (href !== undefined && link instanceof HTMLAnchorElement) link.href = href;
      return [element('dt', [label]), element('dd', [link])];
    }),
    'facts',
  );
}

/** A link to the same text in the language of the page. */
export function halfLink(
  { text, url }: SearchDocument,
  { locale, name }: { readonly locale: string; readonly name: string },
): HTMLParagraphElement {
  const link = element('a', [text.split('\n', 1)[0]!]);
  link.href = url;
  const paragraph = element('p', [`${name}: `, link]);
  paragraph.lang = locale;
  return paragraph;
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
