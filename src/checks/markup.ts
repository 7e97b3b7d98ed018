import { Parser } from 'htmlparser2';

/** What is met in a text with tags, in its order. */
export interface Pieces {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  /** @param unended the tag was neither ended nor ended itself; only told of XML */
  closed?(name: string, unended: boolean): void;
}

/** Reads HTML as browsers do, or XML. */
export function readMarkup(text: string, { opened, text: said, closed }: Pieces, as: 'html' | 'xml' = 'html'): void {
  const xmlMode = as === 'xml';
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => opened?.(name, attributes),
    ontext: (part) => said?.(part),
    onclosetag: (name, implied) => closed?.(name, xmlMode && implied && text[parser.endIndex - 1] !== '/'),
  }, { xmlMode });
  parser.end(text);
}
