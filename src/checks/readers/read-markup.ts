import { Parser } from 'htmlparser2';

/** Callbacks for the parts of a marked-up text, in document order. */
export interface Pieces {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  /** @param unended the element has no end tag, does not end itself, and is not a void element */
  closed?(name: string, unended: boolean): void;
}

/** Void elements (HTML, 13.1.2). */
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
