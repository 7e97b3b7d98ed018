import { Parser } from 'htmlparser2';

/** What is met in a text with tags, in its order. */
export interface Pieces {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  /** @param unended the tag was neither ended nor ended itself, nor is it one that needs no end */
  closed?(name: string, unended: boolean): void;
}

/** Elements that hold nothing (HTML, 13.1.2). */
const voids: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Reads HTML as browsers do, or XML. */
export function readMarkup(
  text: string,
  { opened, text: said, closed }: Pieces,
  as: 'html' | 'xml' = 'html',
): void {
  const xmlMode = as === 'xml';
  const needsNoEnd = (name: string) => !xmlMode && voids.has(name);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => opened?.(name, attributes),
      ontext: (part) => said?.(part),
      onclosetag: (name, implied) =>
        closed?.(name, implied && text[parser.endIndex - 1] !== '/' && !needsNoEnd(name)),
    },
    { xmlMode },
  );
  parser.end(text);
}
